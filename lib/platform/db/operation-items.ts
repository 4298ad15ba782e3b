import 'server-only'
import type { WriteDb } from './doors'
import { filterJson, type MemberFilter } from './member-list'

type Raw = { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> }

/** What an operation works on: members that match, or things by name. */
export type Chosen =
  | { members: MemberFilter }
  | { things: readonly { id: string; label: string }[] }

export type NewOperation = {
  id: string
  kind: string
  input: object
  caller: object
  startedById: string
  createdAt: Date
}

const MEMBERS = `
  SELECT id, name AS label, row_number() OVER (ORDER BY sort_key, id) AS place
  FROM member_page($1::jsonb, 'name', false, NULL, NULL, $2::int + 1)`
const THINGS = `
  SELECT item ->> 0 AS id, item ->> 1 AS label, place
  FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS items (item, place) LIMIT $2::int + 1`

const INSERT = (chosen: string) => `
  WITH chosen AS MATERIALIZED (${chosen}),
  made AS (
    INSERT INTO operation (id, kind, input, caller, started_by_id, created_at, total)
    SELECT $3, $4, $5::jsonb, $6::jsonb, $7, $8::timestamptz, count(*) FROM chosen
    HAVING count(*) BETWEEN 1 AND $2::int
    RETURNING id
  )
  INSERT INTO operation_item (operation_id, position, subject_id, label)
  SELECT made.id, chosen.place, chosen.id, chosen.label FROM chosen, made`

/** The operation with all its items in one statement, so ten thousand take a moment. 0: nothing, or more than `most`. */
export const insertOperation = (
  db: WriteDb,
  row: NewOperation,
  chosen: Chosen,
  most: number,
): Promise<number> =>
  (db as unknown as Raw).$executeRawUnsafe(
    INSERT('members' in chosen ? MEMBERS : THINGS),
    'members' in chosen
      ? filterJson(chosen.members)
      : JSON.stringify(chosen.things.map(({ id, label }) => [id, label])),
    most,
    row.id,
    row.kind,
    JSON.stringify(row.input),
    JSON.stringify(row.caller),
    row.startedById,
    row.createdAt.toISOString(),
  )
