'use server'
import type { InputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { Problem } from '@/lib/kernel/problem'
import { acceptAsNew } from '@/lib/modules/invitations/commands/accept-as-new'
import { acceptAsSelf } from '@/lib/modules/invitations/commands/accept-as-self'
import { acceptWithPasskey } from '@/lib/modules/invitations/commands/accept-with-passkey'
import { acceptWithPassword } from '@/lib/modules/invitations/commands/accept-with-password'
import { beginPasskeyAcceptance } from '@/lib/modules/invitations/commands/begin-passkey-acceptance'
import { requestInvitation } from '@/lib/modules/invitations/commands/request-invitation'
import { forgive } from '@/lib/platform/rate-limit/limits'
import { answered } from '../action'
import { publicCaller } from '../auth'
import { presentCaller } from '../request-context'
import { keepPasskeyAttempt, keepStep, presentPasskeyAttempt } from '../session-cookie'

export const acceptAsNewAction = async (input: InputOf<typeof acceptAsNew>) =>
  answered(async () => keepStep(await execute(acceptAsNew, await publicCaller(), input)))

export const beginPasskeyAcceptanceAction = async (input: InputOf<typeof beginPasskeyAcceptance>) =>
  answered(async () => {
    const asked = await execute(beginPasskeyAcceptance, await publicCaller(), input)
    await keepPasskeyAttempt(asked.attempt)
    return asked.options
  })

type ByPasskey = Omit<InputOf<typeof acceptWithPasskey>, 'attempt'>
export const acceptWithPasskeyAction = async (input: ByPasskey) =>
  answered(async () => {
    const given = { ...input, attempt: await presentPasskeyAttempt() }
    const { next, recoveryCodes } = await execute(acceptWithPasskey, await publicCaller(), given)
    return { next: await keepStep(next), recoveryCodes }
  })

export const acceptWithPasswordAction = async (input: InputOf<typeof acceptWithPassword>) =>
  answered(async () => {
    const caller = await publicCaller()
    const step = await execute(acceptWithPassword, caller, input)
    const { email } = acceptWithPassword.input.parse(input)
    await forgive('sign_in', caller.origin.address, email)
    return keepStep(step)
  })

export const acceptAsSelfAction = async (input: InputOf<typeof acceptAsSelf>) =>
  answered(async () => {
    const caller = await presentCaller()
    if (!caller) throw new Problem('unauthenticated', 'Your sign-in has ended. Sign in again.')
    return keepStep(await execute(acceptAsSelf, caller, input))
  })

export const requestInvitationAction = async (input: InputOf<typeof requestInvitation>) =>
  answered(async () => execute(requestInvitation, await publicCaller(), input))
