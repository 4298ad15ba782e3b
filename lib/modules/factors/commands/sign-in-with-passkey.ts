import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { hashToken } from '@/lib/domain/tokens'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { SignInStep } from '@/lib/modules/sessions/session'
import { beginSignIn } from '@/lib/modules/sessions/sign-in-steps'
import { PasskeyAnswer } from '../factor'
import { provePasskey } from '../internal/prove-passkey'

/** A passkey is something one has, opened by something one is or knows: it counts as both factors. */
export const signInWithPasskey = defineCommand({
  name: 'sign_in.with_passkey',
  summary: 'Sign in with a passkey',
  scope: 'public',
  event: 'session.started',
  rateLimit: { limit: 'passkey' },
  input: z.object({
    attempt: z.string().max(100),
    response: PasskeyAnswer,
    /** The organization one came for. */
    organizationId: idOf('org').optional(),
  }),
  output: SignInStep,
  async run({ db, now }, { attempt, response, organizationId }) {
    const cookieHash = await hashToken(attempt)
    const where = { cookieHash, personId: null, redeemedAt: null, expiresAt: { gt: now } }
    const asked = await db.signInAttempt.findFirst({ where })
    const challenge = asked?.challenge ?? null
    const personId = await provePasskey(db, { response, challenge, now }, {})
    if (personId === null) throw unknownPasskey()
    const { count } = await db.signInAttempt.deleteMany({ where })
    if (count === 0) throw unknownPasskey()
    const { email } = await db.person.findUniqueOrThrow({
      where: { id: personId },
      select: { email: true },
    })
    const begun = { email, personId, method: 'passkey', factor: 'passkey' } as const
    return unchanged(
      await beginSignIn(db, { ...begun, wantedOrganizationId: organizationId ?? null }, now),
    )
  },
})

// One answer for a passkey that nobody has, one of another console, a wrong signature and an old challenge.
const unknownPasskey = () =>
  new Problem(
    'wrong_factor',
    'This passkey was not accepted here. Try again, or sign in with your email and password.',
  )
