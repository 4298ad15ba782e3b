import 'server-only'
import { z } from 'zod'
import { expectedVersion, idOf, organizationName } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { refuseStale } from '@/lib/kernel/stale'

/** The new name stands in the switcher, in invitations and in the log from now on; old events keep the old one. */
export const renameOrganization = defineCommand({
  name: 'organization.rename',
  summary: 'Change the name of the organization',
  scope: 'organization',
  permission: 'organization.rename',
  event: 'organization.renamed',
  lock: 'organization',
  input: z.object({ name: organizationName, expectedVersion }),
  output: z.object({ id: idOf('org'), name: z.string(), version: z.int() }),
  async run({ db }, { name, expectedVersion }) {
    const present = await db.organization.findFirstOrThrow()
    if (present.name === name) return unchanged(present)
    refuseStale(present, expectedVersion, 'The name', { name: present.name })
    const { id } = present
    const data = { name, version: { increment: 1 } }
    await db.organization.updateMany({ where: { id }, data })
    return changed(
      { id, name, version: present.version + 1 },
      {
        subject: { kind: 'organization', id, label: name },
        before: { name: present.name },
        after: { name },
      },
    )
  },
})
