import 'server-only'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { memberSelection } from '@/lib/modules/members/member-filter'
import { selectMembers } from '../internal/select-members'
import { startOperation } from '../internal/start-operation'
import { Operation } from '../operation'

export const removeMembers = defineCommand({
  name: 'member.remove_many',
  summary: 'Remove many people from the organization',
  scope: 'organization',
  permission: 'member.remove',
  event: 'operation.started',
  input: z.object({ selection: memberSelection }),
  output: Operation,
  run: async (context, { selection }) =>
    startOperation(context, {
      kind: 'member.remove_many',
      items: await selectMembers(context.db, selection),
    }),
})
