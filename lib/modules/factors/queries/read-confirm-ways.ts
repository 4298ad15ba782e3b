import 'server-only'
import { z } from 'zod'
import { readSelf } from '@/lib/kernel/access'
import { defineQuery } from '@/lib/kernel/define'
import { secondFactorWays } from '@/lib/modules/sessions/second-factor-ways'
import { ways } from '../factor'
import { passwordConfirms } from '../internal/confirm-rules'

/** By what one may confirm in this session that it is oneself. None: sign in again. */
export const readConfirmWays = defineQuery({
  name: 'session.confirm_ways',
  summary: 'Read the ways to confirm that it is oneself',
  scope: 'person',
  beforeGate: true,
  input: z.object({}),
  output: z.object({ email: z.string(), password: z.boolean(), ways }),
  async run({ db, caller }) {
    const { email } = await readSelf(db, caller)
    const found = await secondFactorWays(db, caller.personId)
    const password = await passwordConfirms(db, caller, found.length > 0)
    return { email, password, ways: found }
  },
})
