import 'server-only'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { SignInStep } from '@/lib/modules/sessions/session'
import { vouchedBy } from '@/lib/modules/sessions/vouch'
import { join } from '../internal/accept-join'
import { lockOffer, signedInPerson } from '../internal/accept-offer'

/** Joins as whoever is signed in, with a proven account of the invited address. */
export const acceptAsSelf = defineCommand({
  name: 'invitation.accept_as_self',
  summary: 'Accept an invitation with the account one is signed in with',
  scope: 'person',
  event: 'invitation.accepted',
  furtherEvents: ['member.joined'],
  rateLimit: { limit: 'accept', key: (input) => input.token },
  input: z.object({ token: z.string().max(100) }),
  output: SignInStep,
  async run(context, { token }) {
    const { db, caller, now } = context
    const offer = await lockOffer(context, token)
    const person = await signedInPerson(db, caller)
    if (!person) throw new Problem('unauthenticated', 'Your sign-in has ended. Sign in again.')
    if (person.emailProvenAt === null) throw elsewhere()
    const { method: _, ...vouched } = await vouchedBy(db, caller)
    return join({ db, offer, person, now, vouched })
  },
})

const elsewhere = () =>
  new Problem(
    'conflict',
    'Your account exists for another organization alone. Choose a name and a password to join this one.',
  )
