import 'server-only'
import type { InvitationLimits } from '@/lib/domain/invitation-limits'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'
import { invitationUse, openInvitationsTo } from '@/lib/platform/db/invitation-rows'

const DAY = 86_400_000 // ms
type Db = Pick<ReadDb, 'invitation'> | Pick<WriteDb, 'invitation'>

/** Neither accepted nor revoked nor past its end. */
export const openAt = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } })

/** What counts towards the limits: who is invited now, and when each of the last day's was sent. */
export async function usage(db: Db, now: Date) {
  const { invitation } = db as Pick<ReadDb, 'invitation'>
  const pending = await invitation.findMany({
    where: openAt(now),
    select: { id: true, email: true, expiresAt: true, createdAt: true },
  })
  const sent = await invitation.findMany({
    where: { createdAt: { gt: new Date(now.getTime() - DAY) } },
    select: { createdAt: true },
  })
  return { pending, sentAt: sent.map(({ createdAt }) => createdAt) }
}

/**
 * The same for those who send now: of the open ones only those to these addresses, and no times, as long as the limits
 * leave room for all of them, so that one more costs the same whatever is pending.
 */
export async function usageFor(db: Db, emails: string[], limits: InvitationLimits, now: Date) {
  const [use, pending] = await readUse(db, emails, limits, now)
  const places = emails.length
  const fits = use.pending + places <= limits.maxPending && use.sent + places <= limits.maxPerDay
  const { domains } = use
  return fits ? { pending, sentAt: [], domains } : { ...(await usage(db, now)), domains }
}

/** The numbers alone. Exact up to the limits, and to a thousand where a limit is lower. */
export const countUse = (db: object, limits: InvitationLimits, now: Date) =>
  invitationUse(db, now, new Date(now.getTime() - DAY), {
    pending: Math.max(limits.maxPending, 1_000),
    sent: Math.max(limits.maxPerDay, 1_000),
  })

/** Sent together, the two are one round trip. */
export const readUse = (db: object, emails: string[], limits: InvitationLimits, now: Date) =>
  Promise.all([
    invitationUse(db, now, new Date(now.getTime() - DAY), {
      pending: limits.maxPending,
      sent: limits.maxPerDay,
    }),
    openInvitationsTo(db, emails, now),
  ])
