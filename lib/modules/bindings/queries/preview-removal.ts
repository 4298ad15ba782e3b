import 'server-only'
import { z } from 'zod'
import { projectRoles } from '@/lib/domain/roles'
import { idOf, stored } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { fromCloud, OnCloud } from '../binding'
import { cloudRemovalDenial } from '../binding-rules'
import { heldRow } from '../internal/held'
import { shownOnCloud, shownOne } from '../internal/shown'

const NAMED = 20

/** What somebody loses with their role on a cloud; refused with the sentence of the removal itself. */
export const previewRemovalFromCloud = defineQuery({
  name: 'binding.preview_removal',
  summary: 'Say which roles go with a role on a cloud',
  scope: 'organization',
  permission: 'cloud.grant',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: fromCloud,
  output: z.object({
    held: OnCloud,
    /** The first of them, by name; `held.projects` says how many. */
    projects: z.array(z.object({ id: idOf('prj'), name: z.string(), role: stored(projectRoles) })),
  }),
  async run(context, input) {
    const { db, self, target } = context
    const { autoAdd, id: cloudId } = target.cloud
    const { member } = await heldRow(context, input, (found) =>
      refuse(cloudRemovalDenial(found, { selfId: self.id, autoAdd })),
    )
    const under = await db.roleBinding.findMany({
      where: { membershipId: member.id, cloudId, projectId: { not: null } },
      include: { project: { select: { id: true, name: true } } },
      orderBy: [{ project: { sortKey: 'asc' } }, { id: 'asc' }],
      take: NAMED,
    })
    return {
      held: await shownOne(shownOnCloud, context, member),
      projects: under.flatMap(({ project, role }) => (project ? [{ ...project, role }] : [])),
    }
  },
})
