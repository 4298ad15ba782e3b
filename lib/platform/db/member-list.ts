import 'server-only'
import type { ReadDb } from './doors'

export type MemberSort = 'name' | 'email' | 'joined' | 'active'

/** Patterns are LIKE patterns over folded text (lib/domain/fold.ts); null leaves a filter out. */
export type MemberFilter = {
  any?: string | null
  email?: string | null
  name?: string | null
  role?: string | null
  kind?: string | null
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
  version: number
}

type Raw = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T> }
const rawOf = (db: ReadDb) => db as unknown as Raw

const COLUMNS = `id, user_id AS "userId", kind, email, name, role, source, sort_key AS "sortKey",
  created_at AS "createdAt", last_active_at AS "lastActiveAt", version`

const values = ({ any, email, name, role, kind }: MemberFilter) => [
  any ?? null,
  email ?? null,
  name ?? null,
  role ?? null,
  kind ?? null,
]

/** One keyset page of open memberships of the door's organization (migration foundation, member_page). */
export const memberPage = (
  db: ReadDb,
  filter: MemberFilter,
  order: { sort: MemberSort; descending: boolean },
  after: MemberPosition | null,
  limit: number,
): Promise<MemberRow[]> =>
  rawOf(db).$queryRawUnsafe(
    `SELECT ${COLUMNS} FROM member_page($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::int)`,
    ...values(filter),
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
    'SELECT member_count($1, $2, $3, $4, $5, $6::int) AS count',
    ...values(filter),
    bound,
  )
  return rows[0]?.count ?? 0
}
