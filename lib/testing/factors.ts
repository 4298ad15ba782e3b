import { generateSync } from 'otplib'
import { addPasskey } from '@/lib/modules/factors/commands/add-passkey'
import { beginPasskey } from '@/lib/modules/factors/commands/begin-passkey'
import { beginTotp } from '@/lib/modules/factors/commands/begin-totp'
import { confirmTotp } from '@/lib/modules/factors/commands/confirm-totp'
import { signInWithSecondFactor } from '@/lib/modules/factors/commands/sign-in-with-second-factor'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { inSystem } from '@/lib/platform/db/doors'
import { enter, password, visitor } from './accounts'
import { Authenticator } from './authenticator'
import { as, type TestMember } from './people'

/** The code that an independent app shows at a moment. */
export const codeOf = (secret: string, at = Date.now()) =>
  generateSync({ secret, epoch: Math.floor(at / 1000) })

/** Sets an app up, with the code of the step before: the present one is still good. */
export async function withTotp(member: TestMember) {
  const begun = await as(member).run(beginTotp, {})
  const given = {
    factorId: begun.factorId,
    name: 'Phone',
    code: codeOf(begun.secret, Date.now() - 30_000),
  }
  const added = await as(member).run(confirmTotp, given)
  return { ...begun, codes: added.recoveryCodes as string[], factor: added.factor }
}

export async function withPasskey(member: TestMember, authenticator = new Authenticator()) {
  const options = await as(member).run(beginPasskey, {})
  const response = authenticator.create(options)
  const added = await as(member).run(addPasskey, { name: 'Laptop', response })
  return { authenticator, ...added }
}

/** A sign-in whose password was right and that waits for the second factor. */
export async function asked(email: string) {
  const who = visitor()
  const step = await as(who).run(signInWithPassword, { email, password })
  if (step.step !== 'second_factor') throw new Error(`It wants ${step.step}.`)
  return { who, step, attempt: step.attempt }
}

type Code = { way: 'totp' | 'recovery_code'; code: string }
type Begun = { who: ReturnType<typeof visitor>; attempt: string }

/** Signs in by the second step, with a code. */
export const bySecond = async ({ who, attempt }: Begun, proof: Code) =>
  enter(who, await as(who).run(signInWithSecondFactor, { attempt, proof }))

export const sessionOf = ({ caller }: Pick<TestMember, 'caller'>) =>
  inSystem((db) => db.session.findUniqueOrThrow({ where: { id: caller.sessionId } }))
