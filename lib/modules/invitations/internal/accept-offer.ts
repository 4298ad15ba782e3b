import 'server-only'
import { isolated } from '@/lib/domain/isolated'
import { hashToken, isToken } from '@/lib/domain/tokens'
import type { CallerOf } from '@/lib/kernel/caller'
import { Problem, refuse } from '@/lib/kernel/problem'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { accountDenial, offerDenial, unknownInvitation } from './accept-rules'

type Caller = CallerOf['public']
type Context = {
  db: IdentityDb
  caller: Caller
  now: Date
  lockOrganization(organizationId: string): Promise<void>
}

/** The invitation that a link leads to, in any state. */
export async function findOffer(db: IdentityDb, token: string) {
  if (!isToken('invitation', token)) return null
  return db.invitation.findUnique({
    where: { tokenHash: await hashToken(token) },
    include: {
      organization: { select: { name: true } },
      invitedBy: { select: { name: true, role: true, endedAt: true, suspendedAt: true } },
    },
  })
}
export type Offer = NonNullable<Awaited<ReturnType<typeof findOffer>>>

async function knownOffer(db: IdentityDb, token: string): Promise<Offer> {
  const offer = await findOffer(db, token)
  if (!offer) throw new Problem(unknownInvitation.code, unknownInvitation.detail)
  return offer
}

/** Whoever is signed in: a person with an address, proven or not. */
export const signedInPerson = (db: IdentityDb, caller: Caller) =>
  caller.kind === 'session'
    ? db.person.findUnique({
        where: { id: caller.personId },
        select: { id: true, name: true, email: true, emailProvenAt: true },
      })
    : Promise.resolve(null)

/**
 * An invitation that may be accepted now, under its organization's lock and read again behind it. `alsoLocked`
 * names further organizations that the acceptance changes; all are locked in one order.
 */
export async function lockOffer(
  { db, caller, now, lockOrganization }: Context,
  token: string,
  alsoLocked: (offer: Offer) => Promise<string[]> = async () => [],
): Promise<Offer> {
  const found = await knownOffer(db, token)
  const organizations = new Set([found.organizationId, ...(await alsoLocked(found))])
  for (const id of [...organizations].sort()) await lockOrganization(id)
  const offer = await knownOffer(db, token)
  refuse(offerDenial(offer, now))
  refuse(accountDenial(offer.email, (await signedInPerson(db, caller))?.email ?? null))
  const member = await db.membership.findFirst({
    where: { organizationId: offer.organizationId, email: offer.email, endedAt: null },
  })
  if (member) {
    const is = `${offer.email} is already a member of ${isolated(offer.organization.name)}`
    const detail = member.suspendedAt
      ? `${is}, and suspended. An owner can restore the membership.`
      : `${is}. Sign in instead.`
    refuse({ code: 'already_member', detail })
  }
  return offer
}

const account = { id: true, name: true, passwordHash: true } as const

export const provenAccount = (db: IdentityDb, email: string) =>
  db.person.findFirst({ where: { email, emailProvenAt: { not: null } }, select: account })

/** The account of an address that exists for this organization alone. */
export const ownAccount = (db: IdentityDb, { email, organizationId }: Offer) =>
  db.person.findFirst({
    where: { email, emailProvenAt: null, homeOrganizationId: organizationId },
    select: account,
  })
