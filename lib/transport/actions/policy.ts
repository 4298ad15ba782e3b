'use server'
import { changePolicy } from '@/lib/modules/policy/commands/change-policy'
import { action } from '../action'

export const changePolicyAction = action(changePolicy)
