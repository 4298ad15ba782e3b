'use server'
import { revokeApiKeyOfMember } from '@/lib/modules/api-keys/commands/revoke-api-key-of-member'
import { endSessionOfMember } from '@/lib/modules/sessions/commands/end-session-of-member'
import { action } from '../action'

export const endSessionOfMemberAction = action(endSessionOfMember)
export const revokeApiKeyOfMemberAction = action(revokeApiKeyOfMember)
