import 'server-only'
import { z } from 'zod'
import { readSelf } from '@/lib/kernel/access'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { PasskeyOptions } from '../factor'
import { optionsFor } from '../internal/passkey-options'
import { keepChallenge } from '../internal/session-challenge'

export const beginConfirmPasskey = defineCommand({
  name: 'session.begin_confirm_passkey',
  summary: 'Begin to confirm with a passkey that it is oneself',
  scope: 'person',
  event: 'session.confirmed',
  beforeGate: true,
  input: z.object({}),
  output: PasskeyOptions,
  async run({ db, caller, now }) {
    await readSelf(db, caller)
    const options = await optionsFor(db, caller.personId)
    await keepChallenge(db, caller, { purpose: 'confirm', challenge: options.challenge, now })
    return unchanged<typeof options, 'person'>(options)
  },
})
