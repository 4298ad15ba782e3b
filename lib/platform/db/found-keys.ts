import 'server-only'
import { sqlOf, statement } from './sql'

export type FoundKey = {
  organizationId: string
  organizationName: string
  id: string
  name: string
  lastSix: string
  expiresAt: Date | null
  ceiling: unknown
  holder: { id: string; name: string; email: string; kind: string }
  /** Null: of a service account that no owner of today made. */
  told: { id: string; email: string } | null
}

const FOUND =
  statement(`SELECT organization_id AS "organizationId", organization_name AS "organizationName", id, name, last_six AS "lastSix",
  expires_at AS "expiresAt", ceiling, holder, told FROM found_keys($1::text[], $2::text[])`)

/** The live keys among those whose whole text is known, in any organization (migration owners_of_keys). */
export const foundKeys = (
  db: object,
  keys: readonly { publicId: string; secretHash: string }[],
): Promise<FoundKey[]> =>
  sqlOf(db).rows(FOUND, [
    keys.map(({ publicId }) => publicId),
    keys.map(({ secretHash }) => secretHash),
  ])
