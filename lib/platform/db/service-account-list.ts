import 'server-only'
import {
  ACCOUNT_ROLES,
  type AccountRow,
  FROM_ACCOUNT,
  SELECT_ACCOUNT,
  USED_AT,
} from './service-accounts'
import { type Statement, sqlOf, statement } from './sql'

export type AccountSort = 'name' | 'created' | 'used' | 'expires'

/**
 * What is absent filters nothing. `search`: a LIKE pattern over folded text. `creator`: either id of whoever made it. `place`: a
 * cloud or a project that it can reach, by whatever role.
 */
export type AccountFilter = {
  search?: string | null
  state?: 'enabled' | 'disabled' | null
  keys?: 'none' | 'ending' | 'endless' | null
  use?: 'lately' | 'not_lately' | null
  creator?: string | null
  place?: string | null
}
/** Keys that end until `ending` do so soon, those used since `since` lately. */
type Moments = { now: Date; ending: Date; since: Date }

const WHERE = `WHERE m.kind = 'service_account' AND m.ended_at IS NULL
  AND ($2::text IS NULL OR m.searchable LIKE $2)
  AND ($3::text IS NULL OR (m.suspended_at IS NOT NULL) = ($3 = 'disabled'))
  AND ($4::text IS NULL OR CASE $4 WHEN 'none' THEN k.keys = 0 WHEN 'endless' THEN k.endless ELSE k.next <= $5::timestamptz END)
  AND ($6::text IS NULL OR coalesce(${USED_AT} >= $7::timestamptz, false) = ($6 = 'lately'))`

/** Nobody used it: so long ago. No end: so far away. */
const by: Record<AccountSort, [column: string, type: string]> = {
  name: ['m.sort_key', 'text'],
  created: ['m.created_at', 'timestamptz'],
  used: [`coalesce(${USED_AT}, 'epoch')`, 'timestamptz'],
  expires: [`coalesce(k.next, '${'9999-12-31T00:00:00Z'}')`, 'timestamptz'],
}

// Whether there is one stands in the text, not in a value: PostgreSQL then plans by the index of creators.
const CREATORS =
  'SELECT id FROM membership WHERE id = $8 UNION SELECT id FROM membership WHERE user_id = $8'
const MADE_BY = `AND m.id = ANY (ARRAY(SELECT id FROM service_account WHERE created_by_id = ANY (ARRAY(${CREATORS}))))`
const NOW =
  '(b.starts_at IS NULL OR b.starts_at <= $1::timestamptz) AND (b.ends_at IS NULL OR b.ends_at > $1::timestamptz)'
const HELD =
  'SELECT FROM role_binding b WHERE b.organization_id = m.organization_id AND b.membership_id = m.id'
// As the list of people has it (migration users_by_access). Each account looks up its own roles; OFFSET 0: never a table of all on the cloud.
const REACHES = {
  cloud: `AND EXISTS (${HELD} AND b.cloud_id = $9 AND b.project_id IS NULL AND ${NOW} OFFSET 0)`,
  project: `AND EXISTS (SELECT FROM project p WHERE p.id = $9 AND EXISTS (${HELD} AND b.cloud_id = p.cloud_id AND b.project_id IS NULL AND ${NOW}
    AND (p.is_public OR b.role = 'owner' OR EXISTS (${HELD} AND b.project_id = p.id AND ${NOW} OFFSET 0)) OFFSET 0) OFFSET 0)`,
}
const conditions = ({ creator, place }: AccountFilter) => [
  creator ? MADE_BY : 'AND $8::text IS NULL',
  place ? REACHES[place.startsWith('prj_') ? 'project' : 'cloud'] : 'AND $9::text IS NULL',
]

/** The statements that were asked for: a few dozen at most. */
const known = new Map<string, Statement>()
function once(name: string, text: () => string): Statement {
  const made = known.get(name) ?? statement(text())
  known.set(name, made)
  return made
}

function pageSql(filter: AccountFilter, sort: AccountSort, descending: boolean): Statement {
  const [column, type] = by[sort]
  const more = conditions(filter).join(' ')
  const [compare, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC']
  return once(
    `${sort} ${direction} ${more}`,
    () => `${SELECT_ACCOUNT} ${FROM_ACCOUNT} ${ACCOUNT_ROLES} ${WHERE} ${more}
    AND ($10::text IS NULL OR (${column}, m.id) ${compare} ($10::${type}, $11))
    ORDER BY ${column} ${direction}, m.id ${direction} LIMIT $12::int`,
  )
}

const filterValues = ({ search, state, keys, use, creator, place }: AccountFilter, at: Moments) => [
  at.now,
  search ?? null,
  state ?? null,
  keys ?? null,
  at.ending,
  use ?? null,
  at.since,
  creator ?? null,
  place ?? null,
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
  sqlOf(db).rows(pageSql(filter, sort, descending), [
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

function countSql(filter: AccountFilter): Statement {
  const more = conditions(filter).join(' ')
  const found = () => `SELECT 1 ${FROM_ACCOUNT} ${WHERE} ${more} LIMIT $10::int`
  return once(`count ${more}`, () => `SELECT count(*)::int AS count FROM (${found()}) AS found`)
}

/** How many match, counted to a bound. */
export async function accountCount(
  db: object,
  filter: AccountFilter,
  moments: Moments,
  bound: number,
): Promise<number> {
  const values = [...filterValues(filter, moments), bound]
  return (await sqlOf(db).rows<{ count: number }>(countSql(filter), values))[0]?.count ?? 0
}
