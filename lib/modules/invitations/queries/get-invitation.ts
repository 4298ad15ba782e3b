import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { findInvitation } from '../internal/find-invitation'
import { Invitation } from '../invitation'

export const getInvitation = defineQuery({
  name: 'invitation.get',
  summary: 'Read one invitation, in any state',
  scope: 'organization',
  permission: 'invitation.list',
  input: z.object({ id: idOf('orginv') }),
  output: Invitation,
  run: ({ db, now }, { id }) => findInvitation(db, id, now),
})
