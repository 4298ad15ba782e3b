import type { Denial } from '@/lib/domain/problems'
import { acceptanceDenial } from '../invitation'

type Offer = Parameters<typeof acceptanceDenial>[0] & {
  email: string
  role: string
  invitedBy: { role: string; endedAt: Date | null; suspendedAt: Date | null }
}

/** Whether this invitation can be accepted now: pending, and an offer of the owner role still an owner's. */
export function offerDenial(offer: Offer, now: Date): Denial | null {
  const denial = acceptanceDenial(offer, now)
  if (denial || offer.role !== 'owner') return denial
  const { role, endedAt, suspendedAt } = offer.invitedBy
  if (role === 'owner' && endedAt === null && suspendedAt === null) return null
  // Comes back with its inviter: whoever suspends somebody wants nobody let in by them meanwhile.
  if (role === 'owner' && endedAt === null) return onHold
  return { code: 'invitation_revoked', detail: 'This invitation was withdrawn. Ask for a new one.' }
}

const onHold: Denial = {
  code: 'invitation_revoked',
  detail:
    'This invitation cannot be used at present. Ask an owner of the organization for a new one.',
}

/** Whoever is signed in as another address is told both, and switches first. */
export function accountDenial(invited: string, signedInAs: string | null): Denial | null {
  if (signedInAs === null || signedInAs === invited) return null
  return {
    code: 'wrong_account',
    detail: `This invitation is for ${invited}. You are signed in as ${signedInAs}.`,
  }
}

/** Says no more than that: the holder of a wrong link learns nothing. */
export const unknownInvitation: Denial = {
  code: 'invitation_unknown',
  detail: 'This invitation is not known. Check that the link is whole, or ask for a new one.',
}

export const hasAccount: Denial = {
  code: 'conflict',
  detail: 'This address has an account. Enter its password to join.',
}

export const noPasskeys: Denial = {
  code: 'method_not_allowed_here',
  detail: 'This organization does not let people sign in with a passkey. Choose a password.',
}

export const asksFactor: Denial = {
  code: 'conflict',
  detail:
    'A second factor is asked for this address. Choose a password; the second factor follows.',
}
