import 'server-only'
import type { ReadDb } from './doors'
import { filterJson } from './member-list'

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

export type InvitationSort = 'sent' | 'expires' | 'email'

/** What is absent filters nothing. `search` is a LIKE pattern. Lists hold words without commas; no ids are none. */
export type InvitationFilter = {
  state?: 'pending' | 'expired' | 'revoked' | 'accepted'
  /** When it is: pending ends at its end. */
  now: Date
  search?: string | null
  email?: string | null
  inviters?: readonly string[]
  deliveries?: readonly string[]
  endsBefore?: string
  ids?: readonly string[]
  except?: readonly string[]
}

export type InvitationRow = {
  organizationId: string
  id: string
  email: string
  role: string
  invitedById: string
  inviter: string
  createdAt: Date
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
  revokedBecause: string | null
  delivery: string
  deliveredAt: Date | null
  deliveryError: string | null
}

const COLUMNS = `organization_id AS "organizationId", id, email, role, invited_by_id AS "invitedById", inviter,
  created_at AS "createdAt", expires_at AS "expiresAt", accepted_at AS "acceptedAt", revoked_at AS "revokedAt",
  revoked_because AS "revokedBecause", delivery, delivered_at AS "deliveredAt", delivery_error AS "deliveryError"`

/** One keyset page of the door's organization (migration large_lists, invitation_page). */
export const invitationPage = (
  db: ReadDb,
  filter: InvitationFilter,
  order: { sort: InvitationSort; descending: boolean },
  after: { value: string; id: string } | null,
  limit: number,
): Promise<InvitationRow[]> =>
  rawOf(db).$queryRawUnsafe(
    `SELECT ${COLUMNS} FROM invitation_page($1::jsonb, $2, $3, $4, $5, $6::int)`,
    filterJson(filter),
    order.sort,
    order.descending,
    after?.value ?? null,
    after?.id ?? null,
    limit,
  )

/** Counts matching invitations up to `bound`, never further. */
export async function invitationCount(
  db: ReadDb,
  filter: InvitationFilter,
  bound: number,
): Promise<number> {
  const rows = await rawOf(db).$queryRawUnsafe<{ count: number }[]>(
    'SELECT invitation_count($1::jsonb, $2::int) AS count',
    filterJson(filter),
    bound,
  )
  return rows[0]?.count ?? 0
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
