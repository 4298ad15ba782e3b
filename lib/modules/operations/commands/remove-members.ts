import 'server-only'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { filterOfSelection, memberSelection } from '@/lib/modules/members/member-filter'
import { startOperation } from '../internal/start-operation'
import { Operation } from '../operation'

export const removeMembers = defineCommand({
  name: 'member.remove_many',
  summary: 'Remove many people from the organization',
  scope: 'organization',
  permission: 'member.remove',
  event: 'operation.started',
  fresh: true,
  input: z.object({ selection: memberSelection }),
  output: Operation,
  run: (context, { selection }) =>
    startOperation(context, {
      kind: 'member.remove_many',
      chosen: { members: filterOfSelection(selection) },
    }),
})
