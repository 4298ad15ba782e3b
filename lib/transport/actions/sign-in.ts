'use server'
import type { InputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { forgive } from '@/lib/platform/rate-limit/limits'
import { answered } from '../action'
import { publicCaller } from '../auth'
import { keepStep } from '../session-cookie'

export const signInAction = async (input: InputOf<typeof signInWithPassword>) =>
  answered(async () => {
    const caller = await publicCaller()
    const step = await execute(signInWithPassword, caller, input)
    const { email } = signInWithPassword.input.parse(input)
    await forgive('sign_in', caller.origin.address, email)
    return keepStep(step)
  })
