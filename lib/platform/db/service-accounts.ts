import 'server-only'
import { sqlOf, statement } from './sql'

export type AccountSort = 'name' | 'created' | 'used' | 'expires'

/** What is absent filters nothing. `search`: a LIKE pattern over folded text. */
export type AccountFilter = {
  search?: string | null
  state?: 'enabled' | 'disabled' | null
  keys?: 'none' | 'ending' | 'endless' | null
  use?: 'lately' | 'not_lately' | null
}
/** Keys that end until `ending` do so soon, those used since `since` lately. */
type Moments = { now: Date; ending: Date; since: Date }

export type AccountRow = {
  id: string
  userId: string
  name: string
  email: string
  description: string
  sortKey: string
  createdAt: Date
  createdBy: { id: string; name: string; email: string; removed: boolean } | null
  disabledAt: Date | null
  endedAt: Date | null
  keys: number
  lastUsedAt: Date | null
  nextExpiryAt: Date | null
  expiredAt: Date | null
  roles: { clouds: number; projects: number }
  version: number
}

// Accounts are few beside people, and keys of one account fewer: each row counts its own by an index.
const SELECT = `SELECT m.id, m.user_id AS "userId", m.name, m.email, s.description, m.sort_key AS "sortKey",
    m.created_at AS "createdAt", m.suspended_at AS "disabledAt", m.ended_at AS "endedAt", m.version,
    CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name, 'email', c.email,
      'removed', c.ended_at IS NOT NULL) END AS "createdBy",
    k.keys, k.used AS "lastUsedAt", k.next AS "nextExpiryAt", CASE WHEN k.keys = 0 THEN k.expired END AS "expiredAt",
    jsonb_build_object('clouds', b.clouds, 'projects', b.projects) AS roles`
const FROM = `FROM membership m
  JOIN service_account s ON s.organization_id = m.organization_id AND s.id = m.id
  LEFT JOIN membership c ON c.organization_id = s.organization_id AND c.id = s.created_by_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE live)::int AS keys, max(last_used_at) AS used, min(expires_at) FILTER (WHERE live) AS next,
      max(expires_at) FILTER (WHERE NOT live AND revoked_at IS NULL) AS expired,
      coalesce(bool_or(live AND expires_at IS NULL), false) AS endless
    FROM (SELECT last_used_at, expires_at, revoked_at,
        revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $1::timestamptz) AS live
      FROM api_key WHERE organization_id = m.organization_id AND membership_id = m.id) AS each) AS k`
const ROLES = `CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE project_id IS NULL)::int AS clouds, count(project_id)::int AS projects
    FROM role_binding WHERE organization_id = m.organization_id AND membership_id = m.id
      AND (ends_at IS NULL OR ends_at > $1::timestamptz)) AS b`
const WHERE = `WHERE m.kind = 'service_account' AND m.ended_at IS NULL
  AND ($2::text IS NULL OR m.searchable LIKE $2)
  AND ($3::text IS NULL OR (m.suspended_at IS NOT NULL) = ($3 = 'disabled'))
  AND ($4::text IS NULL OR CASE $4 WHEN 'none' THEN k.keys = 0 WHEN 'endless' THEN k.endless ELSE k.next <= $5::timestamptz END)
  AND ($6::text IS NULL OR coalesce(k.used >= $7::timestamptz, false) = ($6 = 'lately'))`

/** Nobody used it: so long ago. No end: so far away. */
const by: Record<AccountSort, [column: string, type: string]> = {
  name: ['m.sort_key', 'text'],
  created: ['m.created_at', 'timestamptz'],
  used: [`coalesce(k.used, 'epoch')`, 'timestamptz'],
  expires: [`coalesce(k.next, '${'9999-12-31T00:00:00Z'}')`, 'timestamptz'],
}
const page = (sort: AccountSort, compare: '<' | '>', direction: 'ASC' | 'DESC') => {
  const [column, type] = by[sort]
  return statement(`${SELECT} ${FROM} ${ROLES} ${WHERE}
    AND ($8::text IS NULL OR (${column}, m.id) ${compare} ($8::${type}, $9))
    ORDER BY ${column} ${direction}, m.id ${direction} LIMIT $10::int`)
}
const both = (sort: AccountSort) => ({
  up: page(sort, '>', 'ASC'),
  down: page(sort, '<', 'DESC'),
})
const PAGES = {
  name: both('name'),
  created: both('created'),
  used: both('used'),
  expires: both('expires'),
}

const filterValues = ({ search, state, keys, use }: AccountFilter, at: Moments) => [
  at.now,
  search ?? null,
  state ?? null,
  keys ?? null,
  at.ending,
  use ?? null,
  at.since,
]

type Paging = {
  sort: AccountSort
  descending: boolean
  after: { value: string; id: string } | null
  limit: number
}

/** One keyset page of the service accounts of the door's organization. */
export const accountPage = (
  db: object,
  filter: AccountFilter,
  moments: Moments,
  { sort, descending, after, limit }: Paging,
): Promise<AccountRow[]> =>
  sqlOf(db).rows(descending ? PAGES[sort].down : PAGES[sort].up, [
    ...filterValues(filter, moments),
    after?.value ?? null,
    after?.id ?? null,
    limit,
  ])

/** Where a row stands in the list: the value it is sorted by, and its id. */
export const accountPlace = (sort: AccountSort) => (row: AccountRow) => ({
  id: row.id,
  value: {
    name: () => row.sortKey,
    created: () => row.createdAt.toISOString(),
    used: () => (row.lastUsedAt ?? new Date(0)).toISOString(),
    expires: () => row.nextExpiryAt?.toISOString() ?? '9999-12-31T00:00:00.000Z',
  }[sort](),
})

const COUNT = statement(
  `SELECT count(*)::int AS count FROM (SELECT 1 ${FROM} ${WHERE} LIMIT $8::int) AS found`,
)

/** How many match, counted to a bound. */
export async function accountCount(
  db: object,
  filter: AccountFilter,
  moments: Moments,
  bound: number,
): Promise<number> {
  const values = [...filterValues(filter, moments), bound]
  return (await sqlOf(db).rows<{ count: number }>(COUNT, values))[0]?.count ?? 0
}

const ONE = statement(
  `${SELECT} ${FROM} ${ROLES} WHERE m.kind = 'service_account' AND (m.id = $2 OR m.user_id = $2)`,
)

/** One service account by either of its ids, also one that was deleted. */
export const oneAccount = async (db: object, id: string, now: Date): Promise<AccountRow | null> =>
  (await sqlOf(db).rows<AccountRow>(ONE, [now, id]))[0] ?? null

type NewAccount = {
  id: string
  userId: string
  name: string
  email: string
  searchable: string
  sortKey: string
  createdAt: Date
  lastActiveAt: Date
}
const INSERT = statement(
  `INSERT INTO membership (id, user_id, kind, email, name, role, source, searchable, sort_key, created_at, last_active_at)
   VALUES ($1, $2, 'service_account', $3, $4, 'collaborator', 'owner', $5, $6, $7::timestamptz, $8::timestamptz)`,
)
const INSERT_MORE = statement(
  'INSERT INTO service_account (id, description, created_by_id) VALUES ($1, $2, $3)',
)

/** Writes a service account of the door's organization. */
export async function insertAccount(
  db: object,
  row: NewAccount,
  { description, createdById }: { description: string; createdById: string },
): Promise<void> {
  const sql = sqlOf(db)
  const { id, userId, email, name, searchable, sortKey, createdAt, lastActiveAt } = row
  await sql.run(INSERT, [id, userId, email, name, searchable, sortKey, createdAt, lastActiveAt])
  await sql.run(INSERT_MORE, [id, description, createdById])
}

const RENAME = statement('SELECT rename_service_account($1, $2, $3, $4, $5) AS done')

/** Gives an account another name, and with it another address (migration service_accounts_and_keys). */
export async function renameAccount(
  db: object,
  id: string,
  to: { name: string; email: string; searchable: string; sortKey: string },
): Promise<void> {
  const values = [id, to.name, to.email, to.searchable, to.sortKey]
  const [row] = await sqlOf(db).rows<{ done: boolean }>(RENAME, values)
  if (!row?.done) throw new Error(`Service account ${id} went while it was renamed.`)
}

const DESCRIBE = statement('UPDATE service_account SET description = $2 WHERE id = $1')
const RAISE = statement('UPDATE membership SET version = version + 1 WHERE id = $1')

/** Gives an account another description; `renamed`: its version was raised already. */
export async function describeAccount(
  db: object,
  id: string,
  description: string,
  { renamed }: { renamed: boolean },
): Promise<void> {
  const sql = sqlOf(db)
  await sql.run(DESCRIBE, [id, description])
  if (!renamed) await sql.run(RAISE, [id])
}

export type UsedKey = {
  id: string
  name: string
  lastSix: string
  lastUsedAt: Date
  requests: number
  calls: { useCase: string; requests: number }[]
}
const USED =
  statement(`SELECT k.id, k.name, k.last_six AS "lastSix", k.last_used_at AS "lastUsedAt",
    coalesce(u.requests, 0)::int AS requests, coalesce(u.calls, '[]') AS calls
  FROM api_key k LEFT JOIN LATERAL (
    SELECT sum(requests) AS requests, jsonb_agg(jsonb_build_object('useCase', use_case, 'requests', requests) ORDER BY requests DESC, use_case) AS calls
    FROM (SELECT use_case, sum(requests)::int AS requests FROM api_key_use
      WHERE organization_id = k.organization_id AND key_id = k.id AND day >= ($2::timestamptz AT TIME ZONE 'UTC')::date
      GROUP BY use_case) AS each) AS u ON true
  WHERE k.membership_id = $1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $3::timestamptz)
    AND k.last_used_at >= $2::timestamptz
  ORDER BY k.last_used_at DESC, k.id`)

/** The live keys of a member that were used since a moment, the last one first, with what they called since then. */
export const keysUsedSince = (
  db: object,
  memberId: string,
  { since, now }: { since: Date; now: Date },
): Promise<UsedKey[]> => sqlOf(db).rows(USED, [memberId, since, now])
