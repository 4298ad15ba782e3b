import 'server-only'
import type { EventName } from '@/lib/domain/events'
import type { OrganizationRole } from '@/lib/domain/permissions'
import { changed, type Happened } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { newMembership } from '@/lib/modules/members/member'
import type { SecondFactor, SignInStep } from '@/lib/modules/sessions/session'
import { beginSignIn } from '@/lib/modules/sessions/sign-in'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { acceptanceDenial } from '../invitation'
import type { Offer } from './accept-offer'

type More = Happened<'public'> & { event: EventName }
/** What the session of somebody who is signed in has proven of them already. */
type Vouched = { factor: SecondFactor | null; authenticatedAt: Date }
type Joining = {
  db: IdentityDb
  offer: Offer
  person: { id: string; name: string }
  now: Date
  vouched?: Vouched
}

/**
 * Makes the membership, uses the invitation up, and signs in to the organization: the end of every acceptance. Whoever has
 * a second factor is asked for it before the session begins.
 */
export async function join({ db, offer, person, now, vouched }: Joining, more: More[] = []) {
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
  const begun = { email, personId: person.id, wantedOrganizationId: organizationId, ...vouched }
  const step = await beginSignIn(db, { ...begun, method: 'invitation' }, now)

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
      },
    },
    ...more,
  )
}
