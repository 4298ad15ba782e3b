import 'server-only'
import { hashToken } from '@/lib/domain/tokens'
import type { IdentityDb } from '@/lib/platform/db/doors'
import type { Finished, Proof, Seat } from '../session'

type Redeemed = { seat: Seat; proof: Proof }

/** Takes the attempt that both secrets belong to. Null when there is none, it has ended, or was redeemed before. */
export async function redeem(
  db: IdentityDb,
  { ticket, attempt }: Finished,
  now: Date,
): Promise<Redeemed | null> {
  const hashes = { ticketHash: await hashToken(ticket), cookieHash: await hashToken(attempt) }
  const { count } = await db.signInAttempt.updateMany({
    where: { ...hashes, redeemedAt: null, expiresAt: { gt: now } },
    data: { redeemedAt: now },
  })
  const row = count === 1 ? await db.signInAttempt.findFirst({ where: hashes }) : null
  if (!row?.personId || !row.organizationId || !row.membershipId) return null
  const { personId, organizationId, membershipId, method, factor } = row
  const proof = { method, factor, authenticatedAt: row.authenticatedAt ?? row.createdAt }
  return { seat: { personId, organizationId, membershipId }, proof }
}
