import 'server-only'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { filterOfSelection, memberSelection } from '@/lib/modules/members/member-filter'
import { startOperation } from '../internal/start-operation'
import { Operation } from '../operation'

export const suspendMembers = defineCommand({
  name: 'member.suspend_many',
  summary: 'Suspend many people',
  scope: 'organization',
  permission: 'member.suspend',
  event: 'operation.started',
  fresh: true,
  input: z.object({ selection: memberSelection }),
  output: Operation,
  run: (context, { selection }) =>
    startOperation(context, {
      kind: 'member.suspend_many',
      chosen: { members: filterOfSelection(selection) },
    }),
})
