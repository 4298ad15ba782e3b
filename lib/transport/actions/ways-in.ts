'use server'
import type { InputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { Problem } from '@/lib/kernel/problem'
import { beginPasskeyRegistration } from '@/lib/modules/organizations/commands/begin-passkey-registration'
import { completeRegistration } from '@/lib/modules/organizations/commands/complete-registration'
import { registerWithPasskey } from '@/lib/modules/organizations/commands/register-with-passkey'
import { requestRegistration } from '@/lib/modules/organizations/commands/request-registration'
import { confirmEmailChange } from '@/lib/modules/persons/commands/confirm-email-change'
import { requestPasswordReset } from '@/lib/modules/sessions/commands/request-password-reset'
import { requestSignInLink } from '@/lib/modules/sessions/commands/request-sign-in-link'
import { resetPassword } from '@/lib/modules/sessions/commands/reset-password'
import { signInWithLink } from '@/lib/modules/sessions/commands/sign-in-with-link'
import { answered } from '../action'
import { publicCaller } from '../auth'
import { keepPasskeyAttempt, keepStep, presentPasskeyAttempt } from '../session-cookie'

export const requestPasswordResetAction = async (input: InputOf<typeof requestPasswordReset>) =>
  answered(async () => execute(requestPasswordReset, await publicCaller(), input))

export const requestSignInLinkAction = async (input: InputOf<typeof requestSignInLink>) =>
  answered(async () => execute(requestSignInLink, await publicCaller(), input))

export const requestRegistrationAction = async (input: InputOf<typeof requestRegistration>) =>
  answered(async () => execute(requestRegistration, await publicCaller(), input))

export const resetPasswordAction = async (input: InputOf<typeof resetPassword>) =>
  answered(async () => {
    const { next, refused } = await execute(resetPassword, await publicCaller(), input)
    if (next) return keepStep(next)
    throw new Problem(
      refused?.code ?? 'no_organization',
      `Your new password is saved. ${refused?.detail ?? ''}`.trim(),
    )
  })

export const signInWithLinkAction = async (input: InputOf<typeof signInWithLink>) =>
  answered(async () => keepStep(await execute(signInWithLink, await publicCaller(), input)))

export const completeRegistrationAction = async (input: InputOf<typeof completeRegistration>) =>
  answered(async () => keepStep(await execute(completeRegistration, await publicCaller(), input)))

export const beginPasskeyRegistrationAction = async (
  input: InputOf<typeof beginPasskeyRegistration>,
) =>
  answered(async () => {
    const asked = await execute(beginPasskeyRegistration, await publicCaller(), input)
    await keepPasskeyAttempt(asked.attempt)
    return asked.options
  })

type ByPasskey = Omit<InputOf<typeof registerWithPasskey>, 'attempt'>
export const registerWithPasskeyAction = async (input: ByPasskey) =>
  answered(async () => {
    const given = { ...input, attempt: await presentPasskeyAttempt() }
    const { next, recoveryCodes } = await execute(registerWithPasskey, await publicCaller(), given)
    return { next: await keepStep(next), recoveryCodes }
  })

export const confirmEmailChangeAction = async (input: InputOf<typeof confirmEmailChange>) =>
  answered(async () => execute(confirmEmailChange, await publicCaller(), input))
