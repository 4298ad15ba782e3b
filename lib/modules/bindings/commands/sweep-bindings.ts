import 'server-only'
import { z } from 'zod'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { markWarned } from '@/lib/platform/db/binding-ends'
import { endRow, projectNames } from '../internal/end-bindings'
import type { BindingEvent } from '../internal/rows'
import { warnHolders } from '../internal/warn-holders'

const AT_ONCE = 200

/**
 * Deletes the roles whose end has passed, those in projects along with one on their cloud, and warns the holders of those
 * that end soon. They counted for nothing from their end on, whenever this comes.
 */
export const sweepBindings = defineCommand({
  name: 'binding.sweep',
  summary: 'Delete roles that have ended, and warn of those that end soon',
  scope: 'system',
  event: 'role_binding.ended',
  furtherEvents: ['role_binding.removed'],
  lock: 'installation',
  input: z.object({}),
  output: z.object({ ended: z.int(), warned: z.int(), more: z.boolean() }),
  async run({ db, now, enqueue, caller, lockOrganization }) {
    const over = { endsAt: { lte: now } }
    const found = await db.roleBinding.findMany({
      where: over,
      select: { organizationId: true, id: true },
      orderBy: [{ organizationId: 'asc' }, { id: 'asc' }],
      take: AT_ONCE,
    })
    const organizations = [...new Set(found.map(({ organizationId }) => organizationId))]
    for (const id of organizations) await lockOrganization(id)
    // Read again behind the locks: one that was given a later end meanwhile stays.
    const rows = await db.roleBinding.findMany({
      where: {
        ...over,
        organizationId: { in: organizations },
        id: { in: found.map(({ id }) => id) },
      },
      include: { cloud: true, membership: { select: { id: true, name: true } } },
      orderBy: [{ projectId: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    })
    const projects = await projectNames(db, rows)
    const actor = { kind: 'system', id: 'system', name: caller.label } as const
    const gone = new Set<string>()
    const happened: (BindingEvent & { organizationId: string; actor: typeof actor })[] = []
    for (const row of rows) {
      if (gone.has(row.id)) continue // with the one on its cloud
      const { cloud, membership: member, organizationId } = row
      const place = { cloud, project: projects(row.projectId) }
      for (const event of await endRow({ db, now, organizationId }, member, place, row)) {
        gone.add(event.subject.id)
        happened.push({ ...event, organizationId, actor })
      }
    }
    const ending = await markWarned(db, now, AT_ONCE)
    await warnHolders(enqueue, ending)
    const result = {
      ended: happened.length,
      warned: ending.length,
      more: found.length === AT_ONCE || ending.length === AT_ONCE,
    }
    return happened.length > 0
      ? changed<typeof result, 'system'>(result, [], ...happened)
      : unchanged<typeof result, 'system'>(result)
  },
})
