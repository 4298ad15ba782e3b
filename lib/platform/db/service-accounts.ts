import 'server-only'
import { sqlOf, statement } from './sql'

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

// By a key, or by an access token: whichever was later.
export const USED_AT = 'greatest(k.used, s.last_token_at)'
// Accounts are few beside people, and keys of one account fewer: each row counts its own by an index.
export const SELECT_ACCOUNT = `SELECT m.id, m.user_id AS "userId", m.name, m.email, s.description, m.sort_key AS "sortKey",
    m.created_at AS "createdAt", m.suspended_at AS "disabledAt", m.ended_at AS "endedAt", m.version,
    CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name, 'email', c.email,
      'removed', c.ended_at IS NOT NULL) END AS "createdBy",
    k.keys, ${USED_AT} AS "lastUsedAt", k.next AS "nextExpiryAt", CASE WHEN k.keys = 0 THEN k.expired END AS "expiredAt",
    jsonb_build_object('clouds', b.clouds, 'projects', b.projects) AS roles`
// OFFSET 0: looked up one by one, never joined with everybody.
export const FROM_ACCOUNT = `FROM membership m
  JOIN LATERAL (SELECT * FROM service_account WHERE organization_id = m.organization_id AND id = m.id OFFSET 0) s ON true
  LEFT JOIN LATERAL (SELECT * FROM membership WHERE organization_id = s.organization_id AND id = s.created_by_id OFFSET 0) c ON true
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE live)::int AS keys, max(last_used_at) AS used, min(expires_at) FILTER (WHERE live) AS next,
      max(expires_at) FILTER (WHERE NOT live AND revoked_at IS NULL) AS expired,
      coalesce(bool_or(live AND expires_at IS NULL), false) AS endless
    FROM (SELECT last_used_at, expires_at, revoked_at,
        revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $1::timestamptz) AS live
      FROM api_key WHERE organization_id = m.organization_id AND membership_id = m.id) AS each) AS k`
export const ACCOUNT_ROLES = `CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE project_id IS NULL)::int AS clouds, count(project_id)::int AS projects
    FROM role_binding WHERE organization_id = m.organization_id AND membership_id = m.id
      AND (ends_at IS NULL OR ends_at > $1::timestamptz)) AS b`

const ONE = statement(
  `${SELECT_ACCOUNT} ${FROM_ACCOUNT} ${ACCOUNT_ROLES} WHERE m.kind = 'service_account' AND (m.id = $2 OR m.user_id = $2)`,
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
