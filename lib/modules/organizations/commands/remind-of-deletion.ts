import 'server-only'
import { z } from 'zod'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { tellOwners } from '../internal/tell-owners'
import type { Deletion } from '../organization'

const DAY = 86_400_000 // ms

/** Once, in the last day: every owner is told that their organization is about to end. */
export const remindOfDeletion = defineCommand({
  name: 'organization.remind_of_deletion',
  summary: 'Tell the owners of organizations that end within a day',
  scope: 'system',
  event: 'organization.deletion_reminded',
  lock: 'installation',
  input: z.object({}),
  output: z.int(),
  async run({ db, now, enqueue, caller }) {
    const soon = await db.organization.findMany({
      where: {
        deletionDueAt: { lte: new Date(now.getTime() + DAY) },
        deletionRemindedAt: null,
      },
    })
    const told: typeof soon = []
    for (const organization of soon) {
      const { id, name, deletionRequestedBy, deletionDueAt } = organization
      // Read again in the statement: whoever stopped it meanwhile is not written over.
      const { count } = await db.organization.updateMany({
        where: { id, deletionDueAt },
        data: { deletionRemindedAt: now },
      })
      if (count === 0) continue
      const { name: byName } = deletionRequestedBy as Deletion['requestedBy']
      const facts = { organizationName: name, byName, dueAt: deletionDueAt as Date }
      await tellOwners({ db, enqueue }, { organizationId: id, kind: 'reminder', ...facts })
      told.push(organization)
    }
    if (told.length === 0) return unchanged<number, 'system'>(0)
    const actor = { kind: 'system', id: 'system', name: caller.label } as const
    return changed<number, 'system'>(
      told.length,
      told.map(({ id, name, deletionDueAt }) => ({
        organizationId: id,
        actor,
        subject: { kind: 'organization', id, label: name },
        after: { dueAt: deletionDueAt },
      })),
    )
  },
})
