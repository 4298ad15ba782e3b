'use server'
import { execute } from '@/lib/kernel/execute'
import { Problem } from '@/lib/kernel/problem'
import { createOrganization } from '@/lib/modules/organizations/commands/create-organization'
import { chooseOrganization } from '@/lib/modules/sessions/commands/choose-organization'
import { switchOrganization } from '@/lib/modules/sessions/commands/switch-organization'
import { answered, callerIn } from '../action'
import { publicCaller } from '../auth'
import { presentCaller } from '../request-context'
import { keepStep, presentAttempt } from '../session-cookie'

/** The end of a sign-in under way, by the cookie of this browser. */
export const chooseOrganizationAction = async (organizationId: string) =>
  answered(async () => {
    const input = { attempt: await presentAttempt(), organizationId }
    return keepStep(await execute(chooseOrganization, await publicCaller(), input))
  })

/** Names where it goes, and from wherever one is: a tab left behind in another organization switches back by it. */
export const switchOrganizationAction = async (organizationId: string) =>
  answered(async () => {
    const caller = await presentCaller()
    if (!caller) throw new Problem('unauthenticated', 'Your sign-in has ended. Sign in again.')
    return keepStep(await execute(switchOrganization, caller, { organizationId }))
  })

export const createOrganizationAction = async (organizationId: string, input: { name: string }) =>
  answered(async () =>
    keepStep(await execute(createOrganization, await callerIn(organizationId), input)),
  )
