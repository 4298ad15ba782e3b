'use server'
import type { InputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { completeSetUp } from '@/lib/modules/organizations/commands/complete-set-up'
import { answered } from '../action'
import { systemCaller } from '../request-context'
import { keepStep } from '../session-cookie'

export const setUpAction = async (input: InputOf<typeof completeSetUp>) =>
  answered(async () => keepStep(await execute(completeSetUp, await systemCaller('set-up'), input)))
