import 'server-only'
import { z } from 'zod'
import { hashToken, mintToken } from '@/lib/domain/tokens'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { SignInStep } from '@/lib/modules/sessions/session'
import { attemptEnded, nextStep, openAttempt } from '@/lib/modules/sessions/sign-in-steps'
import { FactorProof } from '../factor'
import { personOfAttempt } from '../internal/person-of-attempt'
import { proveFactor } from '../internal/prove-factor'
import { tellOfCode } from '../internal/tell-of-code'

/** The second step of a sign-in. The browser's cookie is another one afterwards: whoever knew the first has nothing. */
export const signInWithSecondFactor = defineCommand({
  name: 'sign_in.with_second_factor',
  summary: 'Confirm a sign-in by a second factor',
  scope: 'public',
  event: 'session.started',
  rateLimit: { limit: 'second_factor', key: personOfAttempt, forgives: true },
  input: z.object({ attempt: z.string().max(100), proof: FactorProof }),
  output: SignInStep,
  async run(context, { attempt, proof }) {
    const { db, now } = context
    const row = await openAttempt(db, attempt, now)
    const { id, personId, cookieHash, challenge } = row
    const factor = await proveFactor(db, { personId, proof, challenge, now })
    await tellOfCode(context, { id: personId, email: row.email }, factor)
    const next = mintToken('sign_in_attempt')
    const { count } = await db.signInAttempt.updateMany({
      where: { id, cookieHash, redeemedAt: null },
      data: { factor, authenticatedAt: now, challenge: null, cookieHash: await hashToken(next) },
    })
    if (count === 0) throw attemptEnded()
    return unchanged(await nextStep(db, { ...row, factor }, next))
  },
})
