import 'server-only'
import { z } from 'zod'
import { organizationName, personName } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { MadeWithPasskey, NewPasskey } from '@/lib/modules/factors/factor'
import { keepFirstPasskey, takeFirstPasskey } from '@/lib/modules/factors/first-passkey'
import { redeemLink } from '@/lib/modules/persons/link'
import { foundByLink } from '../internal/found-by-link'
import { requireRegistration } from '../internal/registration'

/** As `registration.complete`, but the account has no password: its passkey is both factors. */
export const registerWithPasskey = defineCommand({
  name: 'registration.complete_with_passkey',
  summary: 'Make an account with a passkey and an organization by a mailed link',
  scope: 'public',
  event: 'organization.created',
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
    organizationName,
    name: personName,
    response: NewPasskey,
  }),
  output: MadeWithPasskey,
  async run(context, { token, attempt, response, ...names }) {
    const { db, now } = context
    requireRegistration(true)
    const { email } = await redeemLink(db, token, ['register'], now)
    const taken = await takeFirstPasskey(db, { attempt, token, response }, now)
    const account = { ...names, id: taken.personId, email, passwordHash: null }
    const how = { method: 'passkey', factor: 'passkey' } as const
    const founded = await foundByLink(context, account, how)
    const { recoveryCodes, events } = await keepFirstPasskey(db, taken, now)
    return changed<MadeWithPasskey, 'public'>(
      { next: founded.result, recoveryCodes },
      [...founded.events],
      ...events,
    )
  },
})
