import 'server-only'
import { sqlOf, statement } from './sql'

/** What the owners of an organization demand (modules/policy has the words). */
export type PolicyRow = {
  secondFactorRequired: boolean
  secondFactorGraceDays: number
  secondFactorSince: Date | null
  sessionIdleMinutes: number | null
  sessionHours: number | null
  signInMethods: string[]
  invitationDomains: string[]
  defaultCloudAccess: string
  personKeyDays: number
  accountKeyDays: number | null
  keysMustEnd: boolean
  keyRanges: string[]
  version: number
}

const ROW = statement(
  `SELECT second_factor_required AS "secondFactorRequired", second_factor_grace_days AS "secondFactorGraceDays",
     second_factor_since AS "secondFactorSince", session_idle_minutes AS "sessionIdleMinutes", session_hours AS "sessionHours",
     sign_in_methods AS "signInMethods", invitation_domains AS "invitationDomains",
     default_cloud_access AS "defaultCloudAccess", person_key_days AS "personKeyDays", account_key_days AS "accountKeyDays",
     keys_must_end AS "keysMustEnd", key_ranges AS "keyRanges", version
   FROM organization_policy`,
)

/** The policy of the door's organization; null: its owners never set one. */
export const policyRow = async (db: object): Promise<PolicyRow | null> =>
  (await sqlOf(db).rows<PolicyRow>(ROW, []))[0] ?? null

const WRITE = statement(
  `INSERT INTO organization_policy AS p (second_factor_required, second_factor_grace_days, second_factor_since, session_idle_minutes,
     session_hours, sign_in_methods, invitation_domains, default_cloud_access, person_key_days, account_key_days, keys_must_end,
     key_ranges, version)
   VALUES ($1, $2::int, $3::timestamptz, $4::int, $5::int, $6::text[], $7::text[], $8, $9::int, $10::int, $11, $12::text[], $13::int)
   ON CONFLICT (organization_id) DO UPDATE SET
     (second_factor_required, second_factor_grace_days, second_factor_since, session_idle_minutes, session_hours, sign_in_methods,
      invitation_domains, default_cloud_access, person_key_days, account_key_days, keys_must_end, key_ranges, version)
     = (excluded.second_factor_required, excluded.second_factor_grace_days, excluded.second_factor_since, excluded.session_idle_minutes,
      excluded.session_hours, excluded.sign_in_methods, excluded.invitation_domains, excluded.default_cloud_access,
      excluded.person_key_days, excluded.account_key_days, excluded.keys_must_end, excluded.key_ranges, excluded.version)`,
)

/** Writes the policy of the door's organization. */
export const writePolicy = (db: object, row: PolicyRow): Promise<number> =>
  sqlOf(db).run(WRITE, [
    row.secondFactorRequired,
    row.secondFactorGraceDays,
    row.secondFactorSince?.toISOString() ?? null,
    row.sessionIdleMinutes,
    row.sessionHours,
    row.signInMethods,
    row.invitationDomains,
    row.defaultCloudAccess,
    row.personKeyDays,
    row.accountKeyDays,
    row.keysMustEnd,
    row.keyRanges,
    row.version,
  ])

const WITHOUT_WAY = statement(
  'SELECT id, name FROM members_without_way($1::text[], $2::text[], $3, $4::int)',
)

/** Members who could sign in by one set of ways and could not by another, by name (migration policy). */
export const membersWithoutWay = (
  db: object,
  before: readonly string[],
  after: readonly string[],
  { only, limit }: { only?: string; limit: number },
) => sqlOf(db).rows<{ id: string; name: string }>(WITHOUT_WAY, [before, after, only ?? null, limit])

type Lengths = Pick<PolicyRow, 'sessionIdleMinutes' | 'sessionHours'>

// $1 the moment, then both lengths, of which null is none. A session in use is written up to a minute late.
const over = (hours: string, idle: string, active = 'last_active_at') =>
  `(created_at + ${hours}::int * interval '1 hour' <= $1::timestamptz
    OR ${active} + (${idle}::int + 1) * interval '1 minute' <= $1::timestamptz)`

// The one that asks is in use, whatever is written.
const ACTIVE = 'CASE WHEN id = $6 THEN $1::timestamptz ELSE last_active_at END'

const ENDING = statement(
  `SELECT count(*)::int AS sessions, count(DISTINCT membership_id)::int AS people, coalesce(bool_or(id = $6), false) AS own
   FROM session WHERE ended_at IS NULL AND expires_at > $1::timestamptz
     AND ${over('$2', '$3', ACTIVE)} IS TRUE AND ${over('$4', '$5', ACTIVE)} IS NOT TRUE`,
)

export type EndingSessions = { sessions: number; people: number; own: boolean }

/** The live sessions that shorter lengths would end now. */
export async function sessionsEnding(
  db: object,
  { before, after, own, now }: { before: Lengths; after: Lengths; own: string | null; now: Date },
): Promise<EndingSessions> {
  const rows = await sqlOf(db).rows<EndingSessions>(ENDING, [
    now.toISOString(),
    after.sessionHours,
    after.sessionIdleMinutes,
    before.sessionHours,
    before.sessionIdleMinutes,
    own,
  ])
  return rows[0] as EndingSessions
}

const END = statement(
  `UPDATE session SET ended_at = $1::timestamptz, ended_because = 'policy' WHERE ended_at IS NULL AND expires_at > $1::timestamptz
     AND (${over('$2', '$3')} OR ${over('$4', '$5')}) IS TRUE`,
)

/** Ends the sessions that are over by the lengths of before or of after: none comes back when they grow again. */
export const endSessions = (db: object, before: Lengths, after: Lengths, now: Date) =>
  sqlOf(db).run(END, [
    now.toISOString(),
    after.sessionHours,
    after.sessionIdleMinutes,
    before.sessionHours,
    before.sessionIdleMinutes,
  ])

const IN_USE = statement(
  'UPDATE session SET last_active_at = $2::timestamptz WHERE id = $1 AND last_active_at < $2::timestamptz',
)

/** Notes at once that a session is in use, before anything is decided by when it was. */
export const noteInUse = (db: object, sessionId: string, now: Date) =>
  sqlOf(db).run(IN_USE, [sessionId, now.toISOString()])
