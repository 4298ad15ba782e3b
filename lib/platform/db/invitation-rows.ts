import 'server-only'
import { sqlOf, statement } from './sql'

const OPEN = 'accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $1::timestamptz'

export type OpenInvitation = { id: string; email: string; createdAt: Date; expiresAt: Date }

const OPEN_TO = statement(
  `SELECT id, email, created_at AS "createdAt", expires_at AS "expiresAt" FROM invitation
   WHERE email = ANY ($2::text[]) AND ${OPEN}`,
)

/** The open invitations of these addresses. */
export const openInvitationsTo = (db: object, emails: string[], now: Date) =>
  sqlOf(db).rows<OpenInvitation>(OPEN_TO, [now.toISOString(), emails])

export type InvitationUse = { pending: number; sent: number }
/** With the domains that may be invited, none for all: whoever counts asks for both. */
type Room = InvitationUse & { domains: string[] }

// Entries of an index, each counted to what its limit allows and no further.
const USE = statement(
  `SELECT
     (SELECT count(*)::int FROM (SELECT 1 FROM invitation WHERE ${OPEN} LIMIT $3::int) AS open) AS pending,
     (SELECT count(*)::int FROM (SELECT 1 FROM invitation WHERE created_at > $2::timestamptz LIMIT $4::int) AS recent) AS sent,
     coalesce((SELECT invitation_domains FROM organization_policy), '{}') AS domains`,
)

/** How many are open, and how many were sent since; counted to the two bounds. */
export async function invitationUse(
  db: object,
  now: Date,
  since: Date,
  bounds: InvitationUse,
): Promise<Room> {
  const values = [now.toISOString(), since.toISOString(), bounds.pending, bounds.sent]
  return (await sqlOf(db).rows<Room>(USE, values))[0] as Room
}

export type NewInvitationRow = {
  id: string
  email: string
  role: string
  tokenHash: string
  invitedById: string
  createdAt: Date
  expiresAt: Date
  delivery: string
}

const INSERT = statement(
  `INSERT INTO invitation (id, email, role, token_hash, invited_by_id, created_at, expires_at, delivery)
   VALUES ($1, $2, $3, $4, $5, $6::timestamptz, $7::timestamptz, $8)`,
)

/** Writes an invitation of the door's organization with the commit. */
export const insertInvitation = (db: object, row: NewInvitationRow): void =>
  sqlOf(db).last(INSERT, [
    row.id,
    row.email,
    row.role,
    row.tokenHash,
    row.invitedById,
    row.createdAt.toISOString(),
    row.expiresAt.toISOString(),
    row.delivery,
  ])

const OFFERS = `${OPEN} AND invited_by_id = $2 AND role = 'owner'`
const OPEN_OFFERS = statement(`SELECT id FROM invitation WHERE ${OFFERS}`)
const REVOKE_OFFERS = statement(
  `UPDATE invitation SET revoked_at = $1::timestamptz, revoked_because = 'inviter' WHERE ${OFFERS} RETURNING id, email`,
)

/** The open offers of the owner role that somebody sent. */
export const openOwnerOffers = (db: object, invitedById: string, now: Date) =>
  sqlOf(db).rows<{ id: string }>(OPEN_OFFERS, [now.toISOString(), invitedById])

/** Revokes them. */
export const revokeOwnerOffers = (db: object, invitedById: string, now: Date) =>
  sqlOf(db).rows<{ id: string; email: string }>(REVOKE_OFFERS, [now.toISOString(), invitedById])
