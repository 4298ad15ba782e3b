import 'server-only'
import type { Actor } from '@/lib/kernel/audit'
import type { SessionCaller } from '@/lib/kernel/caller'
import type { Happened } from '@/lib/kernel/define'
import type { IdentityDb } from '@/lib/platform/db/doors'

type Because = 'signed_out' | 'replaced'

/** Ends the caller's own session. Null when it had ended already. */
export async function closeSession(
  db: IdentityDb,
  { organizationId, membershipId, sessionId }: SessionCaller,
  because: Because,
  now: Date,
): Promise<Happened<'public'> | null> {
  const { count } = await db.session.updateMany({
    where: { organizationId, id: sessionId, endedAt: null },
    data: { endedAt: now, endedBecause: because },
  })
  if (count === 0) return null
  const member = await db.membership.findFirstOrThrow({
    where: { organizationId, id: membershipId },
  })
  return {
    organizationId,
    actor: actorOf(member, sessionId),
    subject: { kind: 'session', id: sessionId, label: member.name, of: member.id },
    after: { because },
  }
}

type Person = Pick<Actor, 'id' | 'name' | 'email'>

export const actorOf = ({ id, name, email }: Person, session?: string): Actor => ({
  kind: 'member',
  id,
  name,
  email,
  ...(session && { session }),
})
