import 'server-only'
import type { OrganizationRole } from '@/lib/domain/permissions'
import type { SystemDb } from '@/lib/platform/db/doors'
import type { Actor } from './audit'
import type { MemberCaller } from './caller'
import type { Self } from './define'
import { Problem } from './problem'

/** The caller's open membership, read in the transaction at hand. A removed member is nobody here. */
export async function readSelf(
  db: Pick<SystemDb, 'membership'>,
  { membershipId, organizationId }: MemberCaller,
): Promise<Self> {
  const self = await db.membership.findFirst({
    where: { organizationId, id: membershipId, endedAt: null },
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
  ...(caller.kind === 'key' && { key: caller.keyId }),
})
