'use server'
import { endSessionsOfMember } from '@/lib/modules/sessions/commands/end-sessions-of-member'
import { action } from '../action'

export const endSessionsOfMemberAction = action(endSessionsOfMember)
