import 'server-only'
import type { ReadDb } from './doors'
import { sqlOf, statement } from './sql'

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
  state?: 'active' | 'never' | 'suspended' | 'removed'
  /** Whether they have a second factor. */
  factor?: 'on' | 'off'
  /** Half-open ranges: from ≤ x < to. */
  joinedFrom?: string
  joinedTo?: string
  activeFrom?: string
  activeTo?: string
  /** Who holds an API key that ends after the one moment and before the other. */
  keysFrom?: string
  keysTo?: string
  /** A cloud or project, and the moment at which they can reach it. */
  access?: string
  accessAt?: string
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
  secondFactor: boolean
  suspendedAt: Date | null
  limits: string[]
  version: number
}

const COLUMNS = `id, user_id AS "userId", kind, email, name, role, source, sort_key AS "sortKey",
  created_at AS "createdAt", last_active_at AS "lastActiveAt", ended_at AS "endedAt",
  second_factor AS "secondFactor", suspended_at AS "suspendedAt", limits, version`

/** A filter as the functions of the database read it. No ids are nobody; any other empty list is no filter. */
export const filterJson = (filter: object): string =>
  JSON.stringify(filter, (key, value) => {
    if (!Array.isArray(value)) return value ?? undefined
    return value.length > 0 || key === 'ids' ? value.join(',') : undefined
  })

const PAGE = statement(`SELECT ${COLUMNS} FROM member_page($1::jsonb, $2, $3, $4, $5, $6::int)`)

// The same for the list that is asked for most, everybody of a kind by name: ranges are leakproof, so under the policy
// this too uses its index, and PostgreSQL plans it once a connection.
const PLAIN = statement(
  `SELECT ${COLUMNS} FROM membership WHERE ended_at IS NULL AND kind = $1 AND (sort_key, id) > ($2, $3)
   ORDER BY sort_key, id LIMIT $4::int`,
)

type Order = { sort: MemberSort; descending: boolean }

/** One keyset page of open memberships of the door's organization (migration foundation, member_page). */
export function memberPage(
  db: ReadDb,
  filter: MemberFilter,
  order: Order,
  after: MemberPosition | null,
  limit: number,
): Promise<MemberRow[]> {
  const { value = null, id = null } = after ?? {}
  const kind = onlyKind(filter)
  if (kind && order.sort === 'name' && !order.descending) {
    return sqlOf(db).rows(PLAIN, [kind, value ?? '', id ?? '', limit])
  }
  return sqlOf(db).rows(PAGE, [filterJson(filter), order.sort, order.descending, value, id, limit])
}

/** The one kind that is all a filter says; null when it says anything else. */
function onlyKind({ kinds = [], ...others }: MemberFilter): string | null {
  const plain = Object.values(others).every((value) => value === undefined || value === null)
  return plain && kinds.length === 1 ? (kinds[0] ?? null) : null
}

const ONE = `organization_id AS "organizationId", ${COLUMNS}`
const BY_ID = `SELECT ${ONE} FROM membership WHERE ended_at IS NULL AND id = $1`
const BY = {
  id: statement(BY_ID),
  userId: statement(`SELECT ${ONE} FROM membership WHERE ended_at IS NULL AND user_id = $1`),
  held: statement(`${BY_ID} FOR NO KEY UPDATE`),
}

/** One open membership of the door's organization. `held` stays as it is read until the commit, for whoever changes it. */
export async function openMember(
  db: object,
  by: { id: string } | { userId: string } | { held: string },
) {
  const [[kind, id]] = Object.entries(by) as [[keyof typeof BY, string]]
  const [row] = await sqlOf(db).rows<MemberRow & { organizationId: string }>(BY[kind], [id])
  return row ?? null
}

const SET_SUSPENDED = statement(
  `UPDATE membership SET suspended_at = $2, suspended_by_id = $3, version = version + 1
   WHERE id = $1 AND ended_at IS NULL RETURNING ${ONE}`,
)

/** Suspends an open membership of the door's organization, or restores it (null). */
export async function setSuspended(db: object, id: string, by: { at: Date; id: string } | null) {
  const values = [id, by?.at ?? null, by?.id ?? null]
  const [row] = await sqlOf(db).rows<MemberRow & { organizationId: string }>(SET_SUSPENDED, values)
  if (!row) throw new Error(`Membership ${id} went while it was suspended or restored.`)
  return row
}

const SET_ROLE = statement('UPDATE membership SET role = $2, version = version + 1 WHERE id = $1')

/** Gives a membership that is held another role, with the commit; as it will be then. */
export function setMemberRole<M extends { id: string; version: number }>(
  db: object,
  held: M,
  role: string,
) {
  sqlOf(db).last(SET_ROLE, [held.id, role])
  return { ...held, role, version: held.version + 1 }
}

const SET_LIMITS = statement(
  'UPDATE membership SET limits = $2::text[], version = version + 1 WHERE id = $1 RETURNING version',
)

/** Sets the limits of a membership that is held. */
export async function setMemberLimits(db: object, held: { id: string }, limits: readonly string[]) {
  const [row] = await sqlOf(db).rows<{ version: number }>(SET_LIMITS, [held.id, limits])
  if (!row) throw new Error(`Membership ${held.id} went while its limits were set.`)
  return row
}

/** `owners` are those who can act; lists hold the suspended ones too. */
export type MemberCounter = { people: number; owners: number; suspendedOwners: number }
const COUNTER = statement(
  'SELECT people, owners, suspended_owners AS "suspendedOwners" FROM organization_counter',
)

/** How many people and owners the door's organization has, off its counter row. */
export const memberCounter = async (db: object): Promise<MemberCounter> =>
  (await sqlOf(db).rows<MemberCounter>(COUNTER, []))[0] ?? nobody
const nobody = { people: 0, owners: 0, suspendedOwners: 0 }

const COUNT = statement('SELECT member_count($1::jsonb, $2::int) AS count')

/** Counts matching members up to `bound`, never further. */
export async function memberCount(
  db: ReadDb,
  filter: MemberFilter,
  bound: number,
): Promise<number> {
  const rows = await sqlOf(db).rows<{ count: number }>(COUNT, [filterJson(filter), bound])
  return rows[0]?.count ?? 0
}

const MEMBERS_AMONG = statement(
  `SELECT email, suspended_at IS NOT NULL AS suspended FROM membership
   WHERE ended_at IS NULL AND email = ANY ($1::text[])`,
)

/** Which of these addresses belong to open memberships, and whether those are suspended. */
export async function membersAmong(db: object, emails: string[]): Promise<Map<string, boolean>> {
  const sql = sqlOf(db)
  const rows = await sql.rows<{ email: string; suspended: boolean }>(MEMBERS_AMONG, [emails])
  return new Map(rows.map(({ email, suspended }) => [email, suspended]))
}

/** The live sessions and keys of those who match. */
export async function memberCredentials(
  db: ReadDb,
  filter: MemberFilter,
  bound: number,
): Promise<{ sessions: number; keys: number }> {
  const rows = await sqlOf(db).rows<{ sessions: number; keys: number }>(
    `WITH chosen AS MATERIALIZED (SELECT id FROM member_page($1::jsonb, 'name', false, NULL, NULL, $2::int))
     SELECT
       (SELECT count(*)::int FROM session JOIN chosen ON chosen.id = session.membership_id
         WHERE ended_at IS NULL AND expires_at > now()) AS sessions,
       (SELECT count(*)::int FROM api_key JOIN chosen ON chosen.id = api_key.membership_id
         WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())) AS keys`,
    [filterJson(filter), bound],
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
  const rows = await sqlOf(db).rows<{ count: number }>(
    'SELECT count(*)::int AS count FROM member_page($1::jsonb, $2, $3, $4, $5, $6::int)',
    [filterJson(filter), order.sort, order.descending, after.value, after.id, bound],
  )
  return rows[0]?.count ?? 0
}
