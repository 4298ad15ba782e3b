import 'server-only'
import { z } from 'zod'
import { organizationRole } from '@/lib/domain/schemas'
import { defineCommand } from '@/lib/kernel/define'
import { filterOfSelection, memberSelection } from '@/lib/modules/members/member-filter'
import { startOperation } from '../internal/start-operation'
import { Operation } from '../operation'

export const changeRoles = defineCommand({
  name: 'member.change_role_many',
  summary: 'Give or take the owner role, of many people',
  scope: 'organization',
  permission: 'member.change_role',
  event: 'operation.started',
  fresh: ({ role }) => role === 'owner',
  input: z.object({ selection: memberSelection, role: organizationRole }),
  output: Operation,
  run: (context, { selection, role }) =>
    startOperation(context, {
      kind: 'member.change_role_many',
      input: { role },
      chosen: { members: filterOfSelection(selection) },
    }),
})
