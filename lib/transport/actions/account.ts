'use server'
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
export const leaveOrganizationAction = action(leaveOrganization)
export const renameAccountAction = action(renameAccount)
export const changePasswordAction = action(changePassword)
export const requestEmailChangeAction = action(requestEmailChange)
export const cancelEmailChangeAction = action(cancelEmailChange)

/** Before one leaves: the sign-in to the next organization, if there is one, waits in this browser's cookie. */
export const vouchForNextAction = async (organizationId: string) =>
  answered(async () => {
    const { step } = await execute(vouchForNext, await callerIn(organizationId), {})
    return { step: step && (await keepStep(step)) }
  })
