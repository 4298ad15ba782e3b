import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { handedOver } from '../binding'
import { handOverTo } from '../internal/hand-over'

/** Explicit ownership of clouds and projects for somebody else, who gets a role on the cloud where they have none. */
export const handOver = defineCommand({
  name: 'binding.hand_over',
  summary: 'Make somebody else the owner of clouds and projects',
  scope: 'organization',
  permission: 'member.remove',
  event: 'role_binding.created',
  furtherEvents: ['role_binding.changed', 'role_binding.ended', 'role_binding.removed'],
  lock: 'organization',
  input: z.object({ from: idOf('ide'), handOver: handedOver }),
  output: z.int(),
  async run(context, { from, handOver }) {
    const events = []
    for (const [index, one] of handOver.entries())
      events.push(...(await handOverTo(context, from, one, index)))
    return changed(handOver.length, [], ...events)
  },
})
