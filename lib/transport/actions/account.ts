'use server'
import { leaveOrganization } from '@/lib/modules/members/commands/leave-organization'
import { renameAccount } from '@/lib/modules/persons/commands/rename-account'
import { endOtherSessions } from '@/lib/modules/sessions/commands/end-other-sessions'
import { endOwnSession } from '@/lib/modules/sessions/commands/end-own-session'
import { action } from '../action'

export const endOtherSessionsAction = action(endOtherSessions)
export const endOwnSessionAction = action(endOwnSession)
export const leaveOrganizationAction = action(leaveOrganization)
export const renameAccountAction = action(renameAccount)
