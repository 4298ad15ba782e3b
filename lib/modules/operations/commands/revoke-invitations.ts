import 'server-only'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { filterOfSelection, invitationSelection } from '@/lib/modules/invitations/invitation-filter'
import { invitationPage } from '@/lib/platform/db/invitation-list'
import { startOperation } from '../internal/start-operation'
import { maxItems, Operation } from '../operation'

const BY_EMAIL = { sort: 'email', descending: false } as const

export const revokeInvitations = defineCommand({
  name: 'invitation.revoke_many',
  summary: 'Revoke many invitations',
  scope: 'organization',
  permission: 'invitation.revoke',
  event: 'operation.started',
  input: z.object({ selection: invitationSelection }),
  output: Operation,
  async run(context, { selection }) {
    const filter = filterOfSelection(selection, context.now)
    const rows = await invitationPage(context.db, filter, BY_EMAIL, null, maxItems + 1)
    const things = rows.map(({ id, email }) => ({ id, label: email }))
    return startOperation(context, { kind: 'invitation.revoke_many', chosen: { things } })
  },
})
