import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { personName } from '@/lib/domain/schemas'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { PasskeyAsked } from '@/lib/modules/factors/factor'
import { askFirstPasskey } from '@/lib/modules/factors/first-passkey'
import { openedLink } from '@/lib/modules/persons/link'
import { requireRegistration } from '../internal/registration'

/** The link stays unused until the passkey is there. */
export const beginPasskeyRegistration = defineCommand({
  name: 'registration.begin_passkey',
  summary: 'Begin to make an account with a passkey',
  scope: 'public',
  event: 'organization.created',
  rateLimit: { limit: 'accept', key: (input) => input.token },
  input: z.object({ token: z.string().max(100), name: personName }),
  output: PasskeyAsked,
  async run({ db, now }, { token, name }) {
    requireRegistration(true)
    const { email } = await openedLink(db, token, ['register'], now)
    const whose = { token, personId: newId('per'), email, name }
    const asked = await askFirstPasskey(db, whose, now)
    return unchanged<typeof asked, 'public'>(asked)
  },
})
