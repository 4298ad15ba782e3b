import 'server-only'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { invitationSelection, whereSelected } from '@/lib/modules/invitations/invitation-filter'
import { startOperation } from '../internal/start-operation'
import { maxItems, Operation } from '../operation'

export const revokeInvitations = defineCommand({
  name: 'invitation.revoke_many',
  summary: 'Revoke many invitations',
  scope: 'organization',
  permission: 'invitation.revoke',
  event: 'operation.started',
  input: z.object({ selection: invitationSelection }),
  output: Operation,
  async run(context, { selection }) {
    const rows = await context.db.invitation.findMany({
      where: whereSelected(selection, context.now),
      orderBy: [{ email: 'asc' }, { id: 'asc' }],
      select: { id: true, email: true },
      take: maxItems + 1,
    })
    const things = rows.map(({ id, email }) => ({ id, label: email }))
    return startOperation(context, { kind: 'invitation.revoke_many', chosen: { things } })
  },
})
