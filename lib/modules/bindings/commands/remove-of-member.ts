import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { ended, projectNames } from '../internal/end-bindings'

/** Whoever leaves or is removed holds nothing any more; who comes back begins anew (facts §1.6). */
export const removeOfMember = defineCommand({
  name: 'binding.remove_of_member',
  summary: 'Take every role of somebody on clouds and in projects',
  scope: 'organization',
  permission: 'member.remove',
  event: 'role_binding.removed',
  furtherEvents: ['role_binding.ended'],
  lock: 'organization',
  input: z.object({
    memberId: idOf('ide'),
    because: z.enum(['removed', 'left']).default('removed'),
  }),
  output: z.int(),
  async run({ db, now }, { memberId, because }) {
    const rows = await db.roleBinding.findMany({
      where: { membershipId: memberId },
      include: { cloud: true, membership: { select: { id: true, name: true } } },
      orderBy: [{ cloudId: 'asc' }, { id: 'asc' }],
    })
    const projects = await projectNames(db, rows)
    await db.roleBinding.deleteMany({ where: { membershipId: memberId } })
    return changed(
      rows.length,
      [],
      ...rows.map((row) => {
        const place = { cloud: row.cloud, project: projects(row.projectId) }
        return ended(row, row.membership, place, now, because)
      }),
    )
  },
})
