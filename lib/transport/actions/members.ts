'use server'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { restoreMember } from '@/lib/modules/members/commands/restore-member'
import { setLimits } from '@/lib/modules/members/commands/set-limits'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { action } from '../action'

export const changeRoleAction = action(changeRole)
export const removeMemberAction = action(removeMember)
export const restoreMemberAction = action(restoreMember)
export const setLimitsAction = action(setLimits)
export const suspendMemberAction = action(suspendMember)
