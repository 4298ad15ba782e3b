import 'server-only'
import { z } from 'zod'
import { Problem } from '@/lib/kernel/problem'
import { getCloud } from '@/lib/modules/clouds/queries/get-cloud'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { getProject } from '@/lib/modules/projects/queries/get-project'
import { defineRoute } from '../api/route'
import { list, single } from '../api/wire'
import { exampleCloud } from './cloud-wire'

const Binding = z.object({ role_name: z.string(), principals: z.array(z.string()) })
const Policy = z.object({
  bindings: z.array(Binding),
  sync_status: z.enum(['pending', 'success', 'failed']),
})
const none = () => new Problem('not_found', 'No policy found.')

/** Which groups hold which role: there are no groups yet, and clients ask on their way (anyscale-terraform.md §2). */
export const groupPolicies = [
  defineRoute({
    method: 'GET',
    path: '/policy/{resource_type}/{resource_id}',
    operationId: 'get_group_policy',
    summary: 'Read which groups hold roles on a thing: none yet, so it is always 404',
    permission: 'organization.read',
    params: {
      resource_type: { description: 'cloud, project or organization.', example: 'cloud' },
      resource_id: { description: 'Its id; `_` for the organization.', example: exampleCloud.id },
    },
    answer: single(Policy),
    async handle({ run, params: { resource_type: type, resource_id: id } }) {
      if (type === 'cloud') await run(getCloud, { cloudId: id })
      else if (type === 'project') await run(getProject, { projectId: id })
      else await run(currentOrganization, {})
      throw none()
    },
  }),
  ...(['clouds', 'projects'] as const).map((kind) =>
    defineRoute({
      method: 'GET',
      path: `/policy/${kind}`,
      operationId: `list_group_policies_of_${kind}`,
      summary: `List which groups hold roles on ${kind}: none yet`,
      permission: 'organization.read',
      answer: list(z.never()),
      async handle({ run }) {
        await run(currentOrganization, {})
        return { results: [], metadata: { total: 0, next_paging_token: null } }
      },
    }),
  ),
]
