import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { personName } from '@/lib/domain/schemas'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { PasskeyAsked } from '@/lib/modules/factors/factor'
import { askFirstPasskey } from '@/lib/modules/factors/first-passkey'
import { forPasskey, lockOfferToNew } from '../internal/new-account'

/** The account is not made yet: its id is promised to the passkey, which carries it. */
export const beginPasskeyAcceptance = defineCommand({
  name: 'invitation.begin_passkey',
  summary: 'Begin to accept an invitation with a passkey',
  scope: 'public',
  event: 'invitation.accepted',
  rateLimit: { limit: 'accept', key: (input) => input.token },
  input: z.object({ token: z.string().max(100), name: personName }),
  output: PasskeyAsked,
  async run(context, { token, name }) {
    const { db, now } = context
    const offer = await lockOfferToNew(context, token)
    const { email } = offer
    const personId = (await forPasskey(db, offer)) ?? newId('per')
    const asked = await askFirstPasskey(db, { token, personId, email, name }, now)
    return unchanged<typeof asked, 'public'>(asked)
  },
})
