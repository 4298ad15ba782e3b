import 'server-only'
import { z } from 'zod'
import { personName } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { MadeWithPasskey, NewPasskey } from '@/lib/modules/factors/factor'
import { keepFirstPasskey, notMade, takeFirstPasskey } from '@/lib/modules/factors/first-passkey'
import { join } from '../internal/accept-join'
import { forPasskey, lockOfferToNew, makeAccount } from '../internal/new-account'

/** As with a password (`accept_as_new`), but the account has none: its passkey is both factors. */
export const acceptWithPasskey = defineCommand({
  name: 'invitation.accept_with_passkey',
  summary: 'Accept an invitation with a new account and a passkey',
  scope: 'public',
  event: 'invitation.accepted',
  furtherEvents: [
    'member.joined',
    'session.ended',
    'api_key.revoked',
    'factor.added',
    'recovery_codes.made',
  ],
  rateLimit: { limit: 'accept', key: (input) => input.token },
  input: z.object({
    token: z.string().max(100),
    attempt: z.string().max(100),
    name: personName,
    response: NewPasskey,
  }),
  output: MadeWithPasskey,
  async run(context, { token, attempt, name, response }) {
    const { db, now } = context
    const offer = await lockOfferToNew(context, token)
    const { email } = offer
    const earlier = await forPasskey(db, offer)
    const taken = await takeFirstPasskey(db, { attempt, token, response }, now)
    const { personId: id } = taken
    if (earlier && earlier !== id) throw notMade()
    const given = { id, email, name, passwordHash: null, now }
    const { person, folded } = await makeAccount(db, offer, given)
    // Not 'invitation': that stands for the password that was chosen with it, wherever else the person goes.
    const proven = { method: 'passkey', vouched: { factor: 'passkey' } } as const
    const joined = await join({ db, offer, person, now, ...proven }, folded)
    const { recoveryCodes, events } = await keepFirstPasskey(db, taken, now)
    return changed<MadeWithPasskey, 'public'>(
      { next: joined.result, recoveryCodes },
      [...joined.events],
      ...events,
    )
  },
})
