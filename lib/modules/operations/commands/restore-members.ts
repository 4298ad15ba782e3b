import 'server-only'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { filterOfSelection, memberSelection } from '@/lib/modules/members/member-filter'
import { startOperation } from '../internal/start-operation'
import { Operation } from '../operation'

export const restoreMembers = defineCommand({
  name: 'member.restore_many',
  summary: 'Restore many suspended people',
  scope: 'organization',
  permission: 'member.restore',
  event: 'operation.started',
  fresh: true,
  input: z.object({ selection: memberSelection }),
  output: Operation,
  run: (context, { selection }) =>
    startOperation(context, {
      kind: 'member.restore_many',
      chosen: { members: filterOfSelection(selection) },
    }),
})
