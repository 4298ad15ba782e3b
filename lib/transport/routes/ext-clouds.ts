import 'server-only'
import { z } from 'zod'
import { Problem } from '@/lib/kernel/problem'
import { defaultCloud } from '@/lib/modules/clouds/queries/default-cloud'
import { getCloud } from '@/lib/modules/clouds/queries/get-cloud'
import { defineRoute } from '../api/route'
import { envelope, idText, list, pagingToken, single } from '../api/wire'
import { byName } from './by-name'
import { cloudPage, cloudSortFields, cloudStates, sortOrder } from './cloud-lists'
import { CloudWire, cloudParams, cloudWire } from './cloud-wire'
import { textQuery } from './collaborator-lists'
import { withOwnCount } from './own-lists'

/** Searches of the older API carry their page in the body (anyscale-client.md §2.2). */
export const bodyPaging = (most: number) =>
  z
    .object({
      count: z.int().min(0).max(most).nullish().describe('Rows of a page, 10 without it.'),
      paging_token: pagingToken.nullish(),
    })
    .nullish()
export const pageOf = (paging: z.output<ReturnType<typeof bodyPaging>>) => ({
  count: paging?.count ?? 10,
  after: paging?.paging_token ?? undefined,
})

export const extClouds = [
  defineRoute({
    method: 'GET',
    path: '/clouds/default',
    operationId: 'ext_get_default_cloud',
    summary:
      'Read the default cloud of the organization; 404 when there is none that the key can reach',
    permission: 'cloud.list',
    refusals: ['not_found'],
    answer: single(CloudWire),
    async handle({ run }) {
      const found = await run(defaultCloud, {})
      if (!found) throw new Problem('not_found', 'There is no default cloud that you can reach.')
      return { result: cloudWire(found) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/clouds/search',
    operationId: 'ext_search_clouds',
    summary: 'Search the clouds that the key can reach',
    permission: 'cloud.list',
    body: z
      .object({
        name: textQuery.nullish(),
        creator_id: idText.nullish(),
        state_filter: z.array(z.enum(cloudStates)).nullish(),
        paging: bodyPaging(1_000),
        sort_by_clauses: z
          .array(z.object({ sort_field: z.enum(cloudSortFields), sort_order: sortOrder }))
          .max(10)
          .nullish()
          .describe('The first one counts.'),
      })
      .meta({ examples: [{ name: { contains: 'prod' }, paging: { count: 50 } }] }),
    answer: list(CloudWire),
    async handle({ run, body }) {
      const { count, after } = pageOf(body.paging)
      const [sort] = body.sort_by_clauses ?? []
      const asked = {
        creatorId: body.creator_id ?? undefined,
        states: body.state_filter,
        field: sort?.sort_field,
        order: sort?.sort_order,
      }
      const page = await withOwnCount(count, (rows) =>
        byName(body.name, { after, count: rows }, (search, after, count) =>
          cloudPage(run, { ...asked, search, after, count }),
        ),
      )
      return envelope(page, cloudWire)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/clouds/{cloud_id}',
    operationId: 'ext_get_cloud',
    summary: 'Read one cloud',
    permission: 'cloud.read',
    params: cloudParams,
    answer: single(CloudWire),
    handle: async ({ run, params }) => ({
      result: cloudWire(await run(getCloud, { cloudId: params.cloud_id })),
    }),
  }),
]
