'use server'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { action } from '../action'

export const changeRoleAction = action(changeRole)
export const removeMemberAction = action(removeMember)
