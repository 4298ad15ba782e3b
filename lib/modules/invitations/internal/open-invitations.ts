import 'server-only'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'

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
