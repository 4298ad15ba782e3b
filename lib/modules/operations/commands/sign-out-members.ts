import 'server-only'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { filterOfSelection, memberSelection } from '@/lib/modules/members/member-filter'
import { startOperation } from '../internal/start-operation'
import { Operation } from '../operation'

export const signOutMembers = defineCommand({
  name: 'member.sign_out_many',
  summary: 'Sign many people out everywhere',
  scope: 'organization',
  permission: 'session.end',
  event: 'operation.started',
  input: z.object({ selection: memberSelection }),
  output: Operation,
  run: (context, { selection }) =>
    startOperation(context, {
      kind: 'member.sign_out_many',
      chosen: { members: filterOfSelection(selection) },
    }),
})
