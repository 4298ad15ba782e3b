import 'server-only'
import type { EventName } from '@/lib/domain/events'
import { sqlOf, statement } from './sql'

/** Days are UTC's, as YYYY-MM-DD; those on which nothing happened are missing. */
export type DayCount<Kind extends string> = { kind: Kind; day: string; count: number }

const day = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`
// The day is written out once a day, not once an event.
const days = (column: string) => `date_trunc('day', ${column}, 'UTC')`

// One index holds all that is asked here, so that no event is read for it.
const EVENTS = statement(
  `SELECT kind, ${day('start')} AS day, count FROM (
     SELECT event AS kind, ${days('at')} AS start, count(*)::int AS count FROM audit_event
     WHERE event = ANY ($1::text[]) AND at >= $2::timestamptz AND at < $3::timestamptz GROUP BY 1, 2) AS counted`,
)

/** How often each of these happened on each day from `from` on and before `to`. */
export const eventsByDay = <Name extends EventName>(
  db: object,
  events: readonly Name[],
  from: Date,
  to: Date,
): Promise<DayCount<Name>[]> =>
  sqlOf(db).rows(EVENTS, [events, from.toISOString(), to.toISOString()])

const came = `SELECT ${days('created_at')} AS start, 1 AS change FROM membership
  WHERE kind = 'person' AND created_at >= $1::timestamptz`
const went = `SELECT ${days('ended_at')}, -1 FROM membership
  WHERE kind = 'person' AND ended_at IS NOT NULL AND ended_at >= $1::timestamptz`
const CHANGES = statement(
  `SELECT 'people' AS kind, ${day('start')} AS day, sum(change)::int AS count
   FROM (${came} UNION ALL ${went}) AS changes GROUP BY start`,
)

/** By how many people the organization grew (or shrank) on each day since `from`. */
export const growthByDay = (db: object, from: Date): Promise<DayCount<'people'>[]> =>
  sqlOf(db).rows(CHANGES, [from.toISOString()])
