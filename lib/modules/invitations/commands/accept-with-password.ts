import 'server-only'
import { z } from 'zod'
import { normalizePassword } from '@/lib/domain/password'
import { email, passwordText } from '@/lib/domain/schemas'
import { defineCommand } from '@/lib/kernel/define'
import { Problem, refuse } from '@/lib/kernel/problem'
import { SignInStep } from '@/lib/modules/sessions/session'
import { verifyPassword } from '@/lib/platform/crypto/password-hash'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { join } from '../internal/accept-join'
import { lockOffer, type Offer, ownAccount, provenAccount } from '../internal/accept-offer'
import { unknownInvitation } from '../internal/accept-rules'

/**
 * Joins with the account that the invited address has. Input names the address, so that tries are counted where
 * sign-in counts them: many links to one address give nobody more tries at its password.
 */
export const acceptWithPassword = defineCommand({
  name: 'invitation.accept_with_password',
  summary: 'Accept an invitation with the account of the invited address',
  scope: 'public',
  event: 'invitation.accepted',
  furtherEvents: ['member.joined'],
  rateLimit: { limit: 'sign_in', key: (input) => input.email },
  input: z.object({ token: z.string().max(100), email, password: passwordText }),
  output: SignInStep,
  async run(context, { token, email, password }) {
    const { db, now } = context
    const offer = await lockOffer(context, token)
    if (offer.email !== email) refuse(unknownInvitation)
    const person = await findAccount(db, offer, normalizePassword(password))
    if (!person) throw new Problem('wrong_credentials', 'Email or password is wrong.')
    return join({ db, offer, person, now })
  },
})

/** The proven account; for a copied link also the one that this organization has for itself. */
async function findAccount(db: IdentityDb, offer: Offer, password: string) {
  const proven = await provenAccount(db, offer.email)
  if (await verifyPassword(password, proven?.passwordHash ?? null)) return proven
  if (offer.delivery !== 'link') return null
  const own = await ownAccount(db, offer)
  return (await verifyPassword(password, own?.passwordHash ?? null)) ? own : null
}
