import 'server-only'
import { z } from 'zod'
import { readSelf } from '@/lib/kernel/access'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { creationOptions } from '@/lib/platform/webauthn/webauthn'
import { PasskeyOptions } from '../factor'
import { addFactorDenial } from '../factor-rules'
import { confirmedFactors } from '../internal/own-account'
import { keepChallenge } from '../internal/session-challenge'

/** What the browser is told to make a passkey. `factor.add_passkey` within five minutes rests on this fresh proof. */
export const beginPasskey = defineCommand({
  name: 'factor.begin_passkey',
  summary: 'Begin to set up a passkey',
  scope: 'person',
  event: 'factor.added',
  beforeGate: true,
  fresh: true,
  input: z.object({}),
  output: PasskeyOptions,
  async run({ db, caller, now }) {
    const { personId } = caller
    const { name, email } = await readSelf(db, caller)
    const present = await confirmedFactors(db, personId)
    refuse(addFactorDenial(present.length))
    const known = present.flatMap(({ credentialId, transports }) =>
      credentialId ? [{ id: credentialId, transports: transports.split(' ').filter(Boolean) }] : [],
    )
    const options = await creationOptions({ personId, name, email }, known)
    const { challenge } = options
    await keepChallenge(db, caller, { purpose: 'register', challenge, now })
    return unchanged<typeof options & Record<string, unknown>, 'person'>({ ...options })
  },
})
