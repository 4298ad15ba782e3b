import 'server-only'
import type { EventName } from '@/lib/domain/events'
import type { OrganizationRole } from '@/lib/domain/roles'
import { changed, type Happened } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { newMembership } from '@/lib/modules/members/member'
import type { SignInMethod, SignInStep, Vouched } from '@/lib/modules/sessions/session'
import { signInAsMember } from '@/lib/modules/sessions/sign-in-as-member'
import { cloudsThatAdd } from '@/lib/platform/db/auto-adding'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { acceptanceDenial } from '../invitation'
import type { Offer } from './accept-offer'

type More = Happened<'public'> & { event: EventName }
type Joining = {
  db: IdentityDb
  offer: Offer
  person: { id: string; name: string }
  now: Date
  /** What a session of the same person vouches for. */
  vouched?: Vouched
  /** What was proven, where it is more than a password. */
  method?: SignInMethod
}

/**
 * Makes the membership, uses the invitation up, and begins to sign in to the organization: the end of every acceptance.
 * Somebody with a second factor is a member by now, and is asked for it before they are in.
 */
export async function join(
  { db, offer, person, now, vouched, method = 'invitation' }: Joining,
  more: More[] = [],
) {
  const { organizationId, email } = offer
  const role = offer.role as OrganizationRole
  const member = newMembership({
    organizationId,
    personId: person.id,
    email,
    name: person.name,
    role,
    source: 'invitation',
    now,
  })
  await db.membership.create({ data: member })
  const used = { acceptedAt: now, acceptedById: member.id }
  const { count } = await db.invitation.updateMany({
    where: {
      organizationId,
      id: offer.id,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: now },
    },
    data: used,
  })
  if (count === 0) refuse(acceptanceDenial({ ...offer, ...used }, now))
  const seat = { email, personId: person.id, organizationId }
  const step = await signInAsMember(db, seat, { ...vouched, method }, now)

  const common = {
    organizationId,
    actor: { kind: 'member', id: member.id, name: member.name, email } as const,
  }
  return changed<SignInStep, 'public'>(
    step,
    {
      ...common,
      subject: { kind: 'invitation', id: offer.id, label: email },
      before: { state: 'pending' },
      after: { state: 'accepted', memberId: member.id },
    },
    {
      ...common,
      event: 'member.joined',
      subject: { kind: 'member', id: member.id, label: member.name },
      after: {
        email,
        role,
        source: 'invitation',
        invitation: offer.id,
        invitedBy: offer.invitedBy.name,
        ...(await cloudsThatAdd(db, organizationId)),
      },
    },
    ...more,
  )
}
