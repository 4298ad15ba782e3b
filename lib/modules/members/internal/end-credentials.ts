import 'server-only'
import type { WriteDb } from '@/lib/platform/db/doors'

/** What ends with a membership: its sessions and its keys, at the next request. */
export async function endCredentials(
  db: Pick<WriteDb, 'session' | 'apiKey'>,
  membershipId: string,
  now: Date,
): Promise<void> {
  await db.session.updateMany({
    where: { membershipId, endedAt: null },
    data: { endedAt: now, endedBecause: 'removed' },
  })
  await db.apiKey.updateMany({ where: { membershipId, revokedAt: null }, data: { revokedAt: now } })
}
