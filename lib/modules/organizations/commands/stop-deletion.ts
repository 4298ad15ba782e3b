import 'server-only'
import { z } from 'zod'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { noJson } from '@/lib/platform/db/doors'
import { tellOwners } from '../internal/tell-owners'

/** Any owner may, whoever asked for it. */
export const stopDeletion = defineCommand({
  name: 'organization.stop_deletion',
  summary: 'Stop the deletion of the organization',
  scope: 'organization',
  permission: 'organization.delete',
  event: 'organization.deletion_stopped',
  lock: 'organization',
  input: z.object({}),
  output: z.object({ stopped: z.boolean() }),
  async run(context) {
    const { db, self } = context
    const { id, name, deletionDueAt: dueAt } = await db.organization.findFirstOrThrow()
    if (!dueAt) return unchanged({ stopped: false })
    await db.organization.updateMany({
      where: { id },
      data: {
        deletionRequestedAt: null,
        deletionRequestedBy: noJson,
        deletionDueAt: null,
        deletionRemindedAt: null,
      },
    })
    const told = { organizationName: name, byName: self.name, dueAt }
    await tellOwners(context, { organizationId: id, kind: 'stopped', ...told })
    return changed(
      { stopped: true },
      { subject: { kind: 'organization', id, label: name }, before: { dueAt } },
    )
  },
})
