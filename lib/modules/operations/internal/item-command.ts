import 'server-only'
import type { AnyCommand } from '@/lib/kernel/define'
import { revokeInvitation } from '@/lib/modules/invitations/commands/revoke-invitation'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { restoreMember } from '@/lib/modules/members/commands/restore-member'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { endSessionsOfMember } from '@/lib/modules/sessions/commands/end-sessions-of-member'
import type { OperationInput, OperationKind } from '../operation'

type OnOne = { command: AnyCommand; inputFor(subjectId: string, input: OperationInput): object }

/** The command that does to one what the operation does to many. */
export const onOne: Record<OperationKind, OnOne> = {
  'member.remove_many': { command: removeMember, inputFor: (memberId) => ({ memberId }) },
  'member.change_role_many': {
    command: changeRole,
    inputFor: (memberId, { role }) => ({ memberId, role }),
  },
  'member.sign_out_many': {
    command: endSessionsOfMember,
    inputFor: (memberId) => ({ memberId, othersOnly: true }),
  },
  'member.suspend_many': { command: suspendMember, inputFor: (memberId) => ({ memberId }) },
  'member.restore_many': { command: restoreMember, inputFor: (memberId) => ({ memberId }) },
  'invitation.revoke_many': {
    command: revokeInvitation,
    inputFor: (invitationId) => ({ invitationId }),
  },
}
