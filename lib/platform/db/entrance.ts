import 'server-only'
import { type Bound, statement } from './sql'

/** By a membership that is known, or by a key: whose it is, the database says. */
export type Entrance =
  | { organizationId: string; membershipId: string; personId?: string }
  | { publicId: string; secretHash: string }

/** Whoever entered, as they are now. */
export type Entered = {
  organizationId: string
  id: string
  userId: string
  name: string
  email: string
  role: string
  /** The key, when one was presented. */
  keyId: string | null
}

const LOCK = statement('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))')

const SELF = `SELECT organization_id AS "organizationId", id, user_id AS "userId", name, email, role, NULL AS "keyId"
  FROM membership WHERE organization_id = $1 AND id = $2 AND ended_at IS NULL AND suspended_at IS NULL`
const BY_MEMBERSHIP = statement(SELF)
const BY_PERSON = statement(`${SELF} AND person_id = $3`)

const BY_KEY = statement(
  `SELECT organization_id AS "organizationId", id, user_id AS "userId", name, email, role, key_id AS "keyId"
   FROM enter_by_key($1, $2, $3)`,
)

/** The statements that follow the opening at once; the last one answers who entered. */
export function entering(by: Entrance, lock: boolean): Bound[] {
  if ('publicId' in by) {
    return [{ statement: BY_KEY, values: [by.publicId, by.secretHash, lock] }]
  }
  const { organizationId, membershipId, personId } = by
  const values = [organizationId, membershipId]
  return [
    ...(lock ? [{ statement: LOCK, values: [organizationId] }] : []),
    personId === undefined
      ? { statement: BY_MEMBERSHIP, values }
      : { statement: BY_PERSON, values: [...values, personId] },
  ]
}

export const enteredBy = (answers: unknown[][]): Entered | null =>
  (answers.at(-1)?.[0] as Entered | undefined) ?? null
