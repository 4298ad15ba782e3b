import 'server-only'
import { z } from 'zod'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { defineRoute } from '../api/route'
import { list } from '../api/wire'

/** Terraform's data source of the caller asks for clouds on its way (anyscale-terraform.md §2). */
export const clouds = [
  defineRoute({
    method: 'GET',
    path: '/clouds/',
    operationId: 'list_clouds',
    summary: 'List the clouds of the organization: none, so far',
    permission: 'organization.read',
    answer: list(z.never()),
    async handle({ run }) {
      await run(currentOrganization, {})
      return { results: [], metadata: { total: 0, next_paging_token: null } }
    },
  }),
]
