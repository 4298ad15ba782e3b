import 'server-only'
import { z } from 'zod'
import { isolated } from '@/lib/domain/isolated'
import { changed, defineCommand } from '@/lib/kernel/define'
import { invalidInput, refuse } from '@/lib/kernel/problem'
import { tellOwners } from '../internal/tell-owners'
import { Deletion } from '../organization'
import { deletionDays, deletionDenial, isTypedName } from '../organization-rules'

const DAY = 86_400_000 // ms

/** Nothing ends yet: after 14 days everything of the organization is erased, unless any owner stops it. */
export const requestDeletion = defineCommand({
  name: 'organization.request_deletion',
  summary: 'Ask for the deletion of the organization',
  scope: 'organization',
  permission: 'organization.delete',
  event: 'organization.deletion_requested',
  lock: 'organization',
  fresh: true,
  input: z.object({ name: z.string().max(400).describe('The name of the organization, typed.') }),
  output: Deletion,
  async run(context, { name: typed }) {
    const { db, self, now } = context
    const { id, name, deletionDueAt } = await db.organization.findFirstOrThrow()
    if (!isTypedName(typed, name)) {
      throw invalidInput([
        { pointer: '#/name', detail: `This is not the name. Type it exactly: ${isolated(name)}` },
      ])
    }
    refuse(deletionDenial({ dueAt: deletionDueAt }))
    const requestedBy = { id: self.id, name: self.name, email: self.email }
    const dueAt = new Date(now.getTime() + deletionDays * DAY)
    await db.organization.updateMany({
      where: { id },
      data: {
        deletionRequestedAt: now,
        deletionRequestedBy: requestedBy,
        deletionDueAt: dueAt,
        deletionRemindedAt: null,
      },
    })
    const told = { organizationName: name, byName: self.name, dueAt }
    await tellOwners(context, { organizationId: id, kind: 'requested', ...told })
    return changed(
      { requestedAt: now, dueAt, requestedBy },
      { subject: { kind: 'organization', id, label: name }, after: { dueAt } },
    )
  },
})
