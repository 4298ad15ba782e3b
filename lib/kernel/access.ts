import 'server-only'
import type { OrganizationRole } from '@/lib/domain/permissions'
import { readTenant, type SystemDb } from '@/lib/platform/db/doors'
import type { Actor } from './audit'
import type { Caller, MemberCaller } from './caller'
import type { Self } from './define'
import { isProblem, Problem } from './problem'

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

/**
 * What a failure meant, when the caller's membership or whole organization went while a call was under way: rows it
 * counted on are not there any more. Null when the caller is still a member, or nothing can be asked.
 */
export const goneMeanwhile = (caller: Caller): Promise<Problem | null> =>
  'membershipId' in caller
    ? readTenant(caller.organizationId, (db) => readSelf(db as never, caller)).then(
        () => null,
        (error: unknown) => (isProblem(error) ? error : null),
      )
    : Promise.resolve(null)

export const actorOf = (caller: MemberCaller, self: Self): Actor => ({
  kind: caller.kind === 'key' ? 'api_key' : 'member',
  id: self.id,
  name: self.name,
  email: self.email,
  ...(caller.kind === 'key' ? { key: caller.keyId } : { session: caller.sessionId }),
})
