'use server'
import type { InputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { leaveOrganization } from '@/lib/modules/members/commands/leave-organization'
import { cancelEmailChange } from '@/lib/modules/persons/commands/cancel-email-change'
import { changePassword } from '@/lib/modules/persons/commands/change-password'
import { renameAccount } from '@/lib/modules/persons/commands/rename-account'
import { requestEmailChange } from '@/lib/modules/persons/commands/request-email-change'
import { endOtherSessions } from '@/lib/modules/sessions/commands/end-other-sessions'
import { endOwnSession } from '@/lib/modules/sessions/commands/end-own-session'
import { vouchForNext } from '@/lib/modules/sessions/commands/vouch-for-next'
import { action, answered, callerIn } from '../action'
import { keepStep } from '../session-cookie'

export const endOtherSessionsAction = action(endOtherSessions)
export const endOwnSessionAction = action(endOwnSession)
export const renameAccountAction = action(renameAccount)
export const changePasswordAction = action(changePassword)
export const requestEmailChangeAction = action(requestEmailChange)
export const cancelEmailChangeAction = action(cancelEmailChange)

/** The session that could vouch for the next organization ends with this one, so it vouches before. */
export const leaveOrganizationAction = async (
  organizationId: string,
  input: InputOf<typeof leaveOrganization>,
) =>
  answered(async () => {
    const caller = await callerIn(organizationId)
    const { step } = await execute(vouchForNext, caller, {})
    const left = await execute(leaveOrganization, caller, input)
    return { ...left, next: step && (await keepStep(step)) }
  })
