'use server'
import { revokeInvitation } from '@/lib/modules/invitations/commands/revoke-invitation'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { action } from '../action'

export const revokeInvitationAction = action(revokeInvitation)
export const sendInvitationsAction = action(sendInvitations)
