import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import type { Happened } from '@/lib/kernel/define'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { actorOf } from './close-session'

/** Ends live sessions of the caller's own account, in whichever organization, and says so in each one's log. */
export async function endOwn(
  db: IdentityDb,
  caller: SessionCaller,
  which: { id: string } | { id: { not: string } },
  now: Date,
): Promise<Happened<'person'>[]> {
  const live = { personId: caller.personId, endedAt: null, expiresAt: { gt: now } }
  const rows = await db.session.findMany({
    where: { ...live, ...which },
    include: { membership: true },
  })
  const happened: Happened<'person'>[] = []
  for (const { id, organizationId, membership } of rows) {
    const { count } = await db.session.updateMany({
      where: { ...live, organizationId, id },
      data: { endedAt: now, endedBecause: 'elsewhere' },
    })
    if (count === 0) continue
    // Another organization's log learns nothing of the session that did it.
    const here = organizationId === caller.organizationId
    happened.push({
      organizationId,
      actor: actorOf(membership, here ? caller.sessionId : undefined),
      subject: { kind: 'session', id, label: membership.name, of: membership.id },
      after: { because: 'elsewhere' },
    })
  }
  return happened
}
