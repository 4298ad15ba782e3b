import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { fromCloud } from '../binding'
import { cloudRemovalDenial } from '../binding-rules'
import { endOnCloud } from '../internal/end-bindings'
import { heldRow } from '../internal/held'

/** Takes somebody's role on a cloud, and with it those in its projects (facts §1.3). */
export const removeFromCloud = defineCommand({
  name: 'binding.remove_from_cloud',
  summary: 'Take somebody off a cloud',
  scope: 'organization',
  permission: 'cloud.grant',
  event: 'role_binding.removed',
  furtherEvents: ['role_binding.ended'],
  lock: 'organization',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: fromCloud,
  output: z.object({ id: idOf('ide'), name: z.string(), projects: z.int() }),
  async run(context, input) {
    const { self, target } = context
    const { autoAdd } = target.cloud
    const { member, row } = await heldRow(context, input, (found) =>
      refuse(cloudRemovalDenial(found, { selfId: self.id, autoAdd })),
    )
    const [removed, ...under] = await endOnCloud(context, member, target, row)
    if (!removed) throw new Error('A role that was taken has no event.')
    const { id, name } = member
    return changed({ id, name, projects: under.length }, [], removed, ...under)
  },
})
