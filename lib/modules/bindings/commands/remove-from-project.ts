import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { fromProject } from '../binding'
import { projectRemovalDenial } from '../binding-rules'
import { endRow } from '../internal/end-bindings'
import { heldRow } from '../internal/held'

/** Takes somebody's own role in a project; what a public project or the cloud gives stays (facts §1.4). */
export const removeFromProject = defineCommand({
  name: 'binding.remove_from_project',
  summary: 'Take somebody’s role in a project',
  scope: 'organization',
  permission: 'project.grant',
  event: 'role_binding.removed',
  lock: 'organization',
  locate: ({ projectId }) => ({ project: projectId }),
  input: fromProject,
  output: z.object({ id: idOf('ide'), name: z.string() }),
  async run(context, input) {
    const { self, target } = context
    const { member, row } = await heldRow(context, input, (found) =>
      refuse(projectRemovalDenial(found, { selfId: self.id })),
    )
    return changed(member, [], ...(await endRow(context, member, target, row)))
  },
})
