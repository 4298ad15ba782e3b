import 'server-only'
import type { ReadDb } from './doors'

export type MemberSort = 'name' | 'email' | 'joined' | 'active'

/**
 * Patterns are LIKE patterns over folded text (lib/domain/fold.ts); what is absent filters nothing. Lists hold words
 * without commas. Without a state, everybody who has not been removed.
 */
export type MemberFilter = {
  any?: string | null
  email?: string | null
  name?: string | null
  roles?: readonly string[]
  sources?: readonly string[]
  kinds?: readonly string[]
  state?: 'active' | 'never' | 'removed'
  /** Half-open ranges: from ≤ x < to. */
  joinedFrom?: string
  joinedTo?: string
  activeFrom?: string
  activeTo?: string
  ids?: readonly string[]
  except?: readonly string[]
}

export type MemberPosition = { value: string; id: string }

export type MemberRow = {
  id: string
  userId: string
  kind: string
  email: string
  name: string
  role: string
  source: string
  sortKey: string
  createdAt: Date
  lastActiveAt: Date
  endedAt: Date | null
  version: number
}

type Raw = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T> }
const rawOf = (db: ReadDb) => db as unknown as Raw

const COLUMNS = `id, user_id AS "userId", kind, email, name, role, source, sort_key AS "sortKey",
  created_at AS "createdAt", last_active_at AS "lastActiveAt", ended_at AS "endedAt", version`

/** A filter as the functions of the database read it. No ids are nobody; any other empty list is no filter. */
export const filterJson = (filter: object): string =>
  JSON.stringify(filter, (key, value) => {
    if (!Array.isArray(value)) return value ?? undefined
    return value.length > 0 || key === 'ids' ? value.join(',') : undefined
  })

/** One keyset page of open memberships of the door's organization (migration foundation, member_page). */
export const memberPage = (
  db: ReadDb,
  filter: MemberFilter,
  order: { sort: MemberSort; descending: boolean },
  after: MemberPosition | null,
  limit: number,
): Promise<MemberRow[]> =>
  rawOf(db).$queryRawUnsafe(
    `SELECT ${COLUMNS} FROM member_page($1::jsonb, $2, $3, $4, $5, $6::int)`,
    filterJson(filter),
    order.sort,
    order.descending,
    after?.value ?? null,
    after?.id ?? null,
    limit,
  )

/** Counts matching members up to `bound`, never further. */
export async function memberCount(
  db: ReadDb,
  filter: MemberFilter,
  bound: number,
): Promise<number> {
  const rows = await rawOf(db).$queryRawUnsafe<{ count: number }[]>(
    'SELECT member_count($1::jsonb, $2::int) AS count',
    filterJson(filter),
    bound,
  )
  return rows[0]?.count ?? 0
}

/** The live sessions and keys of those who match. */
export async function memberCredentials(
  db: ReadDb,
  filter: MemberFilter,
  bound: number,
): Promise<{ sessions: number; keys: number }> {
  const rows = await rawOf(db).$queryRawUnsafe<{ sessions: number; keys: number }[]>(
    `WITH chosen AS MATERIALIZED (SELECT id FROM member_page($1::jsonb, 'name', false, NULL, NULL, $2::int))
     SELECT
       (SELECT count(*)::int FROM session JOIN chosen ON chosen.id = session.membership_id
         WHERE ended_at IS NULL AND expires_at > now()) AS sessions,
       (SELECT count(*)::int FROM api_key JOIN chosen ON chosen.id = api_key.membership_id
         WHERE revoked_at IS NULL AND expires_at > now()) AS keys`,
    filterJson(filter),
    bound,
  )
  return rows[0] ?? { sessions: 0, keys: 0 }
}

/** How many of a list come after a place in it (before it, with the order turned round), up to `bound`. */
export async function memberCountAfter(
  db: ReadDb,
  filter: MemberFilter,
  order: { sort: MemberSort; descending: boolean },
  after: MemberPosition,
  bound: number,
): Promise<number> {
  const rows = await rawOf(db).$queryRawUnsafe<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM member_page($1::jsonb, $2, $3, $4, $5, $6::int)',
    filterJson(filter),
    order.sort,
    order.descending,
    after.value,
    after.id,
    bound,
  )
  return rows[0]?.count ?? 0
}
