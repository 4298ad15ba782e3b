import 'server-only'
import type { OrganizationRole } from '@/lib/domain/permissions'
import type { SystemDb } from '@/lib/platform/db/doors'
import type { Actor } from './audit'
import type { MemberCaller } from './caller'
import type { Self } from './define'
import { Problem } from './problem'

/**
 * The caller's open membership, read in the transaction at hand. A removed member is nobody here, and so is a session
 * whose membership went over to the proven account of its address meanwhile.
 */
export async function readSelf(
  db: Pick<SystemDb, 'membership'>,
  caller: MemberCaller,
): Promise<Self> {
  const { organizationId, membershipId: id } = caller
  const person = caller.kind === 'session' ? { personId: caller.personId } : {}
  const self = await db.membership.findFirst({
    where: { organizationId, id, endedAt: null, ...person },
    select: { id: true, userId: true, name: true, email: true, role: true },
  })
  if (!self) {
    throw new Problem('unauthenticated', 'You are no longer a member of this organization.')
  }
  return { ...self, role: self.role as OrganizationRole }
}

export const actorOf = (caller: MemberCaller, self: Self): Actor => ({
  kind: caller.kind === 'key' ? 'api_key' : 'member',
  id: self.id,
  name: self.name,
  email: self.email,
  ...(caller.kind === 'key' ? { key: caller.keyId } : { session: caller.sessionId }),
})
