import 'server-only'
import type { ReadDb } from './doors'

type Raw = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T> }
const rawOf = (db: ReadDb) => db as unknown as Raw

const states = {
  pending: 'accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $1::timestamptz',
  expired: 'accepted_at IS NULL AND revoked_at IS NULL AND expires_at <= $1::timestamptz',
  revoked: 'revoked_at IS NOT NULL',
  accepted: 'accepted_at IS NOT NULL',
}
type Counts = Record<keyof typeof states, number>

// Each reads at most so many entries of one partial index.
const COUNTS = Object.entries(states)
  .map(
    ([state, where]) =>
      `(SELECT count(*)::int FROM (SELECT 1 FROM invitation WHERE ${where} LIMIT $2::int) AS ${state}) AS ${state}`,
  )
  .join(', ')

/** How many stand in each state, counted to `bound` and no further. */
export async function invitationCounts(db: ReadDb, now: Date, bound: number): Promise<Counts> {
  const rows = await rawOf(db).$queryRawUnsafe<Counts[]>(
    `SELECT ${COUNTS}`,
    now.toISOString(),
    bound,
  )
  return rows[0] as Counts
}

// From one inviter to the next by the index, so that it costs as many steps as there are inviters, not invitations.
const INVITERS = `
  WITH RECURSIVE inviters AS (
    (SELECT invited_by_id AS id FROM invitation ORDER BY invited_by_id LIMIT 1)
    UNION ALL
    SELECT (SELECT invited_by_id FROM invitation WHERE invited_by_id > inviters.id ORDER BY invited_by_id LIMIT 1)
    FROM inviters WHERE inviters.id IS NOT NULL
  )
  SELECT id FROM inviters WHERE id IS NOT NULL LIMIT $1::int`

/** The ids of those who ever invited somebody, at most so many. */
export async function inviterIds(db: ReadDb, limit: number): Promise<string[]> {
  const rows = await rawOf(db).$queryRawUnsafe<{ id: string }[]>(INVITERS, limit)
  return rows.map(({ id }) => id)
}
