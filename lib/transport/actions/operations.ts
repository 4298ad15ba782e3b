'use server'
import { changeRoles } from '@/lib/modules/operations/commands/change-roles'
import { removeMembers } from '@/lib/modules/operations/commands/remove-members'
import { restoreMembers } from '@/lib/modules/operations/commands/restore-members'
import { revokeInvitations } from '@/lib/modules/operations/commands/revoke-invitations'
import { signOutMembers } from '@/lib/modules/operations/commands/sign-out-members'
import { stopOperation } from '@/lib/modules/operations/commands/stop-operation'
import { suspendMembers } from '@/lib/modules/operations/commands/suspend-members'
import { action } from '../action'

export const changeRolesAction = action(changeRoles)
export const removeMembersAction = action(removeMembers)
export const revokeInvitationsAction = action(revokeInvitations)
export const signOutMembersAction = action(signOutMembers)
export const stopOperationAction = action(stopOperation)
export const restoreMembersAction = action(restoreMembers)
export const suspendMembersAction = action(suspendMembers)
