import 'server-only'
import { hashToken, isToken } from '@/lib/domain/tokens'
import type { IdentityDb } from '@/lib/platform/db/doors'

/**
 * Remembers the browser of this cookie for that person. True when it is a new one beside others: the first one that
 * anybody is seen with is news to nobody.
 */
export async function isNewDevice(
  db: IdentityDb,
  personId: string,
  cookie: string,
  now: Date,
): Promise<boolean> {
  if (!isToken('device', cookie)) return false
  const cookieHash = await hashToken(cookie)
  const { count } = await db.knownDevice.updateMany({
    where: { personId, cookieHash },
    data: { lastSeenAt: now },
  })
  if (count > 0) return false
  const others = await db.knownDevice.count({ where: { personId } })
  const row = { personId, cookieHash, firstSeenAt: now, lastSeenAt: now }
  await db.knownDevice.createMany({ data: [row], skipDuplicates: true })
  return others > 0
}
