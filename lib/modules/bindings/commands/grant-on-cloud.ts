import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { cloudGrants, Granted } from '../binding'
import { give } from '../internal/give'

/** Gives people of the organization roles on a cloud. */
export const grantOnCloud = defineCommand({
  name: 'binding.grant_on_cloud',
  summary: 'Give people a role on a cloud',
  scope: 'organization',
  permission: 'cloud.grant',
  event: 'role_binding.created',
  furtherEvents: ['role_binding.ended', 'role_binding.removed'],
  lock: 'organization',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({ cloudId: idOf('cld'), ...cloudGrants }),
  output: Granted,
  async run(context, input) {
    const { results, created, ended } = await give(context, input)
    return created.length > 0 ? changed({ results }, created, ...ended) : unchanged({ results })
  },
})
