import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { ended, projectNames } from '../internal/end-bindings'
import type { BindingEvent } from '../internal/rows'

const AT_ONCE = 1_000

/**
 * Deletes the roles on a cloud whose end has passed, those in its projects along with them, as the sweeper would: before
 * somebody gets another one there, which would wake what they once held in its projects.
 */
export const endPassed = defineCommand({
  name: 'binding.end_passed',
  summary: 'Delete roles on a cloud that have ended',
  scope: 'organization',
  permission: 'cloud.grant',
  event: 'role_binding.ended',
  furtherEvents: ['role_binding.removed'],
  lock: 'organization',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({ cloudId: idOf('cld') }),
  output: z.int(),
  async run({ db, now }, { cloudId }) {
    const events: BindingEvent[] = []
    for (;;) {
      const over = await db.roleBinding.findMany({
        where: { cloudId, projectId: null, endsAt: { lte: now } },
        include: { cloud: true, membership: { select: { id: true, name: true } } },
        orderBy: { id: 'asc' },
        take: AT_ONCE,
      })
      if (over.length === 0) break
      const holders = new Map(over.map((row) => [row.membershipId, row]))
      const where = { cloudId, membershipId: { in: [...holders.keys()] } }
      const under = await db.roleBinding.findMany({
        where: { ...where, projectId: { not: null } },
        orderBy: { id: 'asc' },
      })
      const projects = await projectNames(db, under)
      await db.roleBinding.deleteMany({ where })
      for (const row of [...over, ...under]) {
        const { cloud, membership } = holders.get(row.membershipId) as (typeof over)[number]
        const place = { cloud, project: projects(row.projectId) }
        events.push(
          ended(row, membership, place, now, row.projectId ? 'cloud_role_removed' : undefined),
        )
      }
    }
    return events.length > 0 ? changed(events.length, [], ...events) : unchanged(0)
  },
})
