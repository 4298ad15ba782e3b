import 'server-only'
import { z } from 'zod'
import { hashToken } from '@/lib/domain/tokens'
import { defineQuery } from '@/lib/kernel/define'
import { secondFactorWays } from '@/lib/modules/sessions/second-factor-ways'
import { ways } from '../factor'

/** What the sign-in of this browser's cookie waits for; null: it waits for no second factor. */
export const readSecondFactorStep = defineQuery({
  name: 'sign_in.second_factor_step',
  summary: 'Read the second factors that a sign-in may be confirmed by',
  scope: 'public',
  input: z.object({ attempt: z.string().max(100) }),
  output: z.object({ email: z.string(), ways }).nullable(),
  async run({ db, now }, { attempt }) {
    const row = await db.signInAttempt.findFirst({
      where: {
        cookieHash: await hashToken(attempt),
        factor: null,
        ticketHash: null,
        redeemedAt: null,
        expiresAt: { gt: now },
      },
    })
    if (!row?.personId) return null
    const found = await secondFactorWays(db, row.personId)
    return found.length === 0 ? null : { email: row.email, ways: found }
  },
})
