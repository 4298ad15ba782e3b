import 'server-only'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { memberSelection } from '@/lib/modules/members/member-filter'
import { selectMembers } from '../internal/select-members'
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
  run: async (context, { selection }) =>
    startOperation(context, {
      kind: 'member.sign_out_many',
      items: await selectMembers(context.db, selection),
    }),
})
