import 'server-only'
import { z } from 'zod'
import { idOf, moment, stored, storedRole } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { findOffer, provenAccount, signedInPerson } from '../internal/accept-offer'
import { accountDenial, offerDenial, unknownInvitation } from '../internal/accept-rules'
import { deliveries } from '../invitation'

const ended = z.object({
  state: z.enum(['accepted', 'expired', 'revoked', 'unknown']),
  sentence: z.string(),
})
const pending = z.object({
  state: z.literal('pending'),
  organizationId: idOf('org'),
  organizationName: z.string(),
  inviterName: z.string(),
  role: storedRole,
  email: z.string(),
  expiresAt: moment,
  delivery: stored(deliveries),
  /** Whether the invited address is known to have an account. Never true for a copied link: an owner could probe. */
  hasAccount: z.boolean(),
  /** Whether one joins as oneself, having signed in with a proven account of the invited address. */
  asSelf: z.boolean(),
  /** Why whoever is signed in cannot accept it. */
  wrongAccount: z.string().nullable(),
})

/** What a link leads to. Of a link that cannot be accepted it says the state and what to do, and nothing else. */
export const openInvitation = defineQuery({
  name: 'invitation.open',
  summary: 'Say what an invitation link leads to',
  scope: 'public',
  input: z.object({ token: z.string().max(200) }),
  output: z.discriminatedUnion('state', [pending, ended]),
  async run({ db, caller, now }, { token }) {
    const offer = await findOffer(db, token)
    const denial = offer ? offerDenial(offer, now) : unknownInvitation
    if (!offer || denial) return { state: stateOf(denial?.code), sentence: denial?.detail ?? '' }
    const self = await signedInPerson(db, caller)
    const mailed = offer.delivery === 'mail'
    return {
      state: 'pending' as const,
      organizationId: offer.organizationId,
      organizationName: offer.organization.name,
      inviterName: offer.invitedBy.name,
      role: offer.role,
      email: offer.email,
      expiresAt: offer.expiresAt,
      delivery: offer.delivery,
      hasAccount: mailed && (await provenAccount(db, offer.email)) !== null,
      asSelf: self?.email === offer.email && self.emailProvenAt !== null,
      wrongAccount: accountDenial(offer.email, self?.email ?? null)?.detail ?? null,
    }
  },
})

const states = {
  invitation_used: 'accepted',
  invitation_expired: 'expired',
  invitation_revoked: 'revoked',
} as const
const stateOf = (code: string | undefined) =>
  code !== undefined && code in states ? states[code as keyof typeof states] : ('unknown' as const)
