'use server'
import type { InputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { beginPasskeySignIn } from '@/lib/modules/factors/commands/begin-passkey-sign-in'
import { beginSecondFactorPasskey } from '@/lib/modules/factors/commands/begin-second-factor-passkey'
import { signInWithPasskey } from '@/lib/modules/factors/commands/sign-in-with-passkey'
import { signInWithSecondFactor } from '@/lib/modules/factors/commands/sign-in-with-second-factor'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { forgive } from '@/lib/platform/rate-limit/limits'
import { answered } from '../action'
import { publicCaller } from '../auth'
import {
  keepPasskeyAttempt,
  keepStep,
  presentAttempt,
  presentPasskeyAttempt,
} from '../session-cookie'

export const signInAction = async (input: InputOf<typeof signInWithPassword>) =>
  answered(async () => {
    const caller = await publicCaller()
    const step = await execute(signInWithPassword, caller, input)
    const { email } = signInWithPassword.input.parse(input)
    await forgive('sign_in', caller.origin.address, email)
    return keepStep(step)
  })

export const beginPasskeySignInAction = async () =>
  answered(async () => {
    const { attempt, options } = await execute(beginPasskeySignIn, await publicCaller(), {})
    await keepPasskeyAttempt(attempt)
    return options
  })

type Answer = Omit<InputOf<typeof signInWithPasskey>, 'attempt'>
export const signInWithPasskeyAction = async (input: Answer) =>
  answered(async () => {
    const attempt = await presentPasskeyAttempt()
    return keepStep(await execute(signInWithPasskey, await publicCaller(), { ...input, attempt }))
  })

export const beginSecondFactorPasskeyAction = async () =>
  answered(async () => {
    const attempt = await presentAttempt()
    return execute(beginSecondFactorPasskey, await publicCaller(), { attempt })
  })

type Proof = InputOf<typeof signInWithSecondFactor>['proof']
export const signInWithSecondFactorAction = async (proof: Proof) =>
  answered(async () => {
    const attempt = await presentAttempt()
    const given = { attempt, proof }
    return keepStep(await execute(signInWithSecondFactor, await publicCaller(), given))
  })
