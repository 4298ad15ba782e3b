import 'server-only'
import type { OrganizationLimit, OrganizationRole } from '@/lib/domain/roles'
import { touchAccount, touchKey } from '@/lib/platform/activity/activity'
import { isInRanges } from '@/lib/platform/address-ranges'
import { enterTenant, type SystemDb } from '@/lib/platform/db/doors'
import type { Entered, Entrance } from '@/lib/platform/db/entrance'
import type { Actor } from './audit'
import type { Caller, KeyCaller, MemberCaller, PresentedKey } from './caller'
import type { Self } from './define'
import { isProblem, Problem } from './problem'

/**
 * The caller's open membership, read in the transaction at hand. A removed or suspended member is nobody here, and so is a session
 * whose membership went over to the proven account of its address meanwhile.
 */
export async function readSelf(
  db: Pick<SystemDb, 'membership'>,
  caller: MemberCaller,
): Promise<Self> {
  const { organizationId, membershipId: id } = caller
  const person = caller.kind === 'session' ? { personId: caller.personId } : {}
  const self = await db.membership.findFirst({
    where: { organizationId, id, endedAt: null, suspendedAt: null, ...person },
    select: {
      id: true,
      userId: true,
      kind: true,
      name: true,
      email: true,
      role: true,
      limits: true,
    },
  })
  if (!self) throw memberGone()
  return {
    ...self,
    role: self.role as OrganizationRole,
    limits: self.limits as OrganizationLimit[],
  }
}

/** Whose door it is. */
export const entranceOf = (caller: MemberCaller | PresentedKey): Entrance => {
  if (caller.kind === 'presented_key') {
    const { publicId, secretHash, tokenOf } = caller
    return { publicId, secretHash, ...(tokenOf !== undefined && { tokenOf }) }
  }
  const { organizationId, membershipId } = caller
  return {
    organizationId,
    membershipId,
    ...(caller.kind === 'session' && { personId: caller.personId }),
  }
}

/** The caller and their membership as the door found them. Nobody: removed, or a key that does not count. */
export function admitted(
  asker: MemberCaller | PresentedKey,
  entered: Entered | null,
): { caller: MemberCaller; self: Self } {
  if (!entered) {
    throw asker.kind === 'presented_key' ? keyRefused() : memberGone()
  }
  if (asker.kind === 'presented_key' && comesFromElsewhere(asker, entered)) throw elsewhere(asker)
  const { id, userId, kind, name, email } = entered
  const role = entered.role as OrganizationRole
  const self = {
    id,
    userId,
    kind,
    name,
    email,
    role,
    limits: entered.limits as OrganizationLimit[],
  }
  return { caller: asker.kind === 'presented_key' ? proved(asker, entered) : asker, self }
}

function proved(asker: PresentedKey, entered: Entered): KeyCaller {
  asker.proven = holderOf(asker, entered)
  const { address, userAgent: client } = asker.origin
  const { organizationId, id } = entered
  // A key has its own time and days; a token is gone within the hour, and its account keeps the time.
  if (asker.proven.token) touchAccount(organizationId, id, new Date())
  else touchKey(organizationId, asker.proven.keyId, new Date(), { address, client })
  return asker.proven
}

/** Who a key stands for, be it let in or not. */
export const holderOf = (
  { origin, tokenOf }: PresentedKey,
  { organizationId, id, keyId, ceiling }: Entered,
): KeyCaller => ({
  kind: 'key',
  organizationId,
  membershipId: id,
  keyId: keyId ?? '',
  origin,
  ...(ceiling && { ceiling }),
  ...(tokenOf !== undefined && { token: true }),
})

/** The key counts, and its organization lets keys in from other addresses alone. */
export const comesFromElsewhere = ({ origin }: PresentedKey, { ranges }: Entered): boolean =>
  !isInRanges(ranges ?? [], origin.address)

const elsewhere = ({ origin: { address } }: PresentedKey) =>
  new Problem(
    'forbidden',
    `This organization lets API keys in from certain addresses only, and ${address ?? 'yours'} is none of them. An owner can change that.`,
  )

// One text for absent, malformed, unknown, expired and revoked keys.
export const keyRefused = () =>
  new Problem('unauthenticated', 'Send a valid API key: Authorization: Bearer <key>.')
const memberGone = () =>
  new Problem('unauthenticated', 'You are no longer a member of this organization.')

/**
 * What a failure meant, when the caller's membership or whole organization went while a call was under way: rows it
 * counted on are not there any more. Null when the caller is still a member, or nothing can be asked.
 */
export const goneMeanwhile = (caller: Caller): Promise<Problem | null> =>
  'membershipId' in caller || caller.kind === 'presented_key'
    ? enterTenant(
        { by: entranceOf(caller), readOnly: true, lock: false },
        async (_, entered) => void admitted(caller, entered),
      ).then(
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
