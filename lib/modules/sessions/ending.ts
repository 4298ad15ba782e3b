import type { SessionCaller } from '@/lib/kernel/caller'
import type { Happened } from '@/lib/kernel/define'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { actorOf } from './internal/close-session'

type Ending = {
  personId: string
  which?: { id: string } | { id: { not: string } }
  because: 'elsewhere' | 'password' | 'proven'
  /** The session that does it, if one does. */
  via?: SessionCaller
}

/** Ends live sessions of one account, in whichever organization, and says so in each one's log. */
export async function endSessions(
  db: Pick<IdentityDb, 'session'>,
  { personId, which, because, via }: Ending,
  now: Date,
): Promise<Happened<'person'>[]> {
  const live = { personId, endedAt: null, expiresAt: { gt: now } }
  const rows = await db.session.findMany({
    where: { ...live, ...which },
    include: { membership: true },
  })
  const happened: Happened<'person'>[] = []
  for (const { id, organizationId, membership } of rows) {
    const { count } = await db.session.updateMany({
      where: { ...live, organizationId, id },
      data: { endedAt: now, endedBecause: because },
    })
    if (count === 0) continue
    // Another organization's log learns nothing of the session that did it.
    const here = organizationId === via?.organizationId
    happened.push({
      organizationId,
      actor: actorOf(membership, here ? via?.sessionId : undefined),
      subject: { kind: 'session', id, label: membership.name, of: membership.id },
      after: { because },
    })
  }
  return happened
}
