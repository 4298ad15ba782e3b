import 'server-only'
import { z } from 'zod'
import { normalizePassword } from '@/lib/domain/password'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { secondFactorWays } from '@/lib/modules/sessions/second-factor-ways'
import { verifyPassword } from '@/lib/platform/crypto/password-hash'
import { OwnProof } from '../factor'
import { passwordConfirms } from '../internal/confirm-rules'
import { proveFactor } from '../internal/prove-factor'
import { takeChallenge } from '../internal/session-challenge'
import { tellOfCode } from '../internal/tell-of-code'

/** "Confirm that it is you": risky acts ask for a proof that is not older than ten minutes (lib/kernel/gate.ts). */
export const confirmSession = defineCommand({
  name: 'session.confirm',
  summary: 'Confirm that it is oneself',
  scope: 'person',
  event: 'session.confirmed',
  beforeGate: true,
  rateLimit: { limit: 'second_factor', key: (_, { personId }) => personId, forgives: true },
  input: OwnProof,
  output: z.object({}),
  async run(context, proof) {
    const { db, caller, now } = context
    const { personId, organizationId, sessionId } = caller
    const { id, name, email } = await readSelf(db, caller)
    if (proof.way === 'password') await provePassword(proof.password)
    else {
      const challenge =
        proof.way === 'passkey' ? await takeChallenge(db, caller, 'confirm', now) : null
      const factor = await proveFactor(db, { personId, proof, challenge, now })
      await tellOfCode(context, { id: personId, email }, factor)
    }
    const { count } = await db.session.updateMany({
      where: { organizationId, id: sessionId, endedAt: null },
      data: { authenticatedAt: now, ...(proof.way !== 'password' && { factor: proof.way }) },
    })
    if (count === 0) throw new Problem('unauthenticated', 'Your sign-in has ended.')
    return changed<Record<string, never>, 'person'>(
      {},
      {
        organizationId,
        actor: { kind: 'member', id, name, email, session: sessionId },
        subject: { kind: 'session', id: sessionId, label: name, of: id },
        after: { by: proof.way },
      },
    )

    async function provePassword(text: string) {
      const hasFactor = (await secondFactorWays(db, personId)).length > 0
      const counts = await passwordConfirms(db, caller, hasFactor)
      const person = await db.person.findUnique({
        where: { id: personId },
        select: { passwordHash: true },
      })
      const stored = counts ? (person?.passwordHash ?? null) : null
      if (await verifyPassword(normalizePassword(text), stored)) return
      throw counts || !hasFactor ? wrongPassword() : factorFirst()
    }
  },
})

const wrongPassword = () => new Problem('wrong_factor', 'This is not your password.')
const factorFirst = () =>
  new Problem(
    'wrong_factor',
    'You have a second factor, and this session was begun without it. Confirm with that one.',
  )
