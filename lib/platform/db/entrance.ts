import 'server-only'
import type { Ceiling } from '@/lib/domain/ceiling'
import { madeOnce, type Opening, openingOf, settingsOf } from './opening'
import { type Bound, statement } from './sql'

/** By a membership that is known, by a key: whose it is, the database says, or by a token of an organization. */
export type Entrance =
  | { organizationId: string; membershipId: string; personId?: string }
  | { publicId: string; secretHash: string; tokenOf?: string }

/** Whoever entered, as they are now. */
export type Entered = {
  organizationId: string
  id: string
  userId: string
  kind: string
  name: string
  email: string
  role: string
  limits: string[]
  /** The key, when one was presented; the most it may do, and from where the organization lets keys in. */
  keyId: string | null
  ceiling: Ceiling | null
  ranges: string[] | null
}

const LOCK = statement('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))')

const SELF = `SELECT organization_id AS "organizationId", id, user_id AS "userId", kind, name, email, role, limits, NULL AS "keyId"
  FROM membership WHERE organization_id = $1 AND id = $2 AND ended_at IS NULL AND suspended_at IS NULL`
const BY_MEMBERSHIP = statement(SELF)
const BY_PERSON = statement(`${SELF} AND person_id = $3`)

// The door is opened first, whatever the key is: who enters comes LATERAL to it, behind its limits and within its role.
const byKey = (opening: Opening) =>
  madeOnce(
    opening,
    'by key',
    () => `SELECT organization_id AS "organizationId", id, user_id AS "userId", kind, name, email, role, limits, key_id AS "keyId", ceiling, ranges
      FROM (SELECT ${settingsOf(opening, `''`)} AS door) AS opened
      LEFT JOIN LATERAL enter_by_key($1, $2, $3 AND opened.door <> '') ON true`,
  )

const byToken = (opening: Opening) =>
  madeOnce(
    opening,
    'by token',
    () => `SELECT organization_id AS "organizationId", id, user_id AS "userId", kind, name, email, role, limits, key_id AS "keyId", ceiling, ranges
      FROM (SELECT ${settingsOf(opening, `''`)} AS door) AS opened
      LEFT JOIN LATERAL enter_by_token($1, $2, $3, $4 AND opened.door <> '') ON true`,
  )

/** Opens the door and says who enters; the last of these statements answers that. */
export function entering(by: Entrance, lock: boolean, opening: Opening): Bound[] {
  if ('publicId' in by && by.tokenOf !== undefined) {
    const values = [by.tokenOf, by.publicId, by.secretHash, lock]
    return [{ statement: byToken(opening), values }]
  }
  if ('publicId' in by) {
    return [{ statement: byKey(opening), values: [by.publicId, by.secretHash, lock] }]
  }
  const { organizationId, membershipId, personId } = by
  const values = [organizationId, membershipId]
  return [
    openingOf(opening),
    ...(lock ? [{ statement: LOCK, values: [organizationId] }] : []),
    personId === undefined
      ? { statement: BY_MEMBERSHIP, values }
      : { statement: BY_PERSON, values: [...values, personId] },
  ]
}

export function enteredBy(answers: unknown[][]): Entered | null {
  const entered = answers.at(-1)?.[0] as Entered | undefined
  return entered?.id ? entered : null // a key that is nobody's has a row without anything
}
