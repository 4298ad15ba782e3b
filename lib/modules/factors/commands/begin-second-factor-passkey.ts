import 'server-only'
import { z } from 'zod'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { openAttempt } from '@/lib/modules/sessions/sign-in-steps'
import { PasskeyOptions } from '../factor'
import { optionsFor } from '../internal/passkey-options'

export const beginSecondFactorPasskey = defineCommand({
  name: 'sign_in.begin_second_factor_passkey',
  summary: 'Begin to confirm a sign-in by a passkey',
  scope: 'public',
  event: 'session.started',
  rateLimit: { limit: 'passkey' },
  input: z.object({ attempt: z.string().max(100) }),
  output: PasskeyOptions,
  async run({ db, now }, { attempt }) {
    const { id, personId } = await openAttempt(db, attempt, now)
    const options = await optionsFor(db, personId)
    const { challenge } = options
    await db.signInAttempt.updateMany({ where: { id }, data: { challenge } })
    return unchanged<typeof options, 'public'>(options)
  },
})
