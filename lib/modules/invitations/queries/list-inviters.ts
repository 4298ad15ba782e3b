import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { inviterIds } from '@/lib/platform/db/invitation-list'

const MOST = 200

/** The choices of the filter. Whoever is no member any more stays one: their invitations do too. */
export const listInviters = defineQuery({
  name: 'invitation.inviters',
  summary: 'List those who invited somebody',
  scope: 'organization',
  permission: 'invitation.list',
  input: z.object({}),
  output: z.array(z.object({ id: idOf('ide'), name: z.string() })),
  run: async ({ db }) =>
    db.membership.findMany({
      where: { id: { in: await inviterIds(db, MOST) } },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    }),
})
