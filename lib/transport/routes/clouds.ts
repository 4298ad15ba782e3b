import 'server-only'
import { z } from 'zod'
import { Problem } from '@/lib/kernel/problem'
import { computeStacks, providers } from '@/lib/modules/clouds/cloud'
import { createCloud } from '@/lib/modules/clouds/commands/create-cloud'
import { deleteCloud } from '@/lib/modules/clouds/commands/delete-cloud'
import { makeDefaultCloud } from '@/lib/modules/clouds/commands/make-default-cloud'
import { setAutoAdd } from '@/lib/modules/clouds/commands/set-auto-add'
import { getCloud } from '@/lib/modules/clouds/queries/get-cloud'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { defineRoute } from '../api/route'
import { envelope, flag, idText, list, nameText, plainTo, single, text } from '../api/wire'
import { cloudFilters, cloudNamed, cloudPage } from './cloud-lists'
import { CloudWire, cloudWire, exampleCloud, cloudParams as params } from './cloud-wire'
import { withOwnCount } from './own-lists'

type Switch = { operationId: string; flag: string; summary: string; what: string }

/** A switch of a cloud for what needs compute: off is as it is, on is refused. */
const alwaysOff = (path: string, { what, flag: name, ...named }: Switch) =>
  defineRoute({
    method: 'PUT',
    path: `/clouds/{cloud_id}/${path}`,
    ...named,
    permission: 'cloud.read',
    params,
    refusals: ['not_implemented'],
    query: z.object({ [name]: flag }),
    async handle({ run, params, query }) {
      await run(getCloud, { cloudId: params.cloud_id })
      if (!query[name]) return
      const detail = `Gatehouse runs no compute, so it has no ${what} to turn on.`
      throw new Problem('not_implemented', detail)
    },
  })

export const clouds = [
  defineRoute({
    method: 'GET',
    path: '/clouds/',
    operationId: 'list_clouds',
    summary: 'List the clouds that the key can reach',
    permission: 'cloud.list',
    query: cloudFilters,
    repeated: ['state_filter'],
    answer: list(CloudWire),
    handle: async ({ run, query: { count, paging_token: after, ...query } }) =>
      envelope(
        await withOwnCount(count, (rows) =>
          cloudPage(run, {
            search: query.name,
            creatorId: query.creator_id,
            states: query.state_filter,
            field: query.sort_field,
            order: query.sort_order,
            after,
            count: rows,
          }),
        ),
        cloudWire,
      ),
  }),
  defineRoute({
    method: 'POST',
    path: '/clouds/',
    operationId: 'create_cloud',
    summary: 'Put a cloud on record, with its project “default”',
    permission: 'cloud.create',
    refusals: ['conflict'],
    body: z
      .object({
        name: nameText,
        provider: z.enum(providers),
        region: plainTo(100),
        credentials: z.string().max(100_000).nullish().describe('Read, and not kept.'),
        compute_stack: z.enum(computeStacks).nullish(),
        is_private_cloud: z.boolean().nullish(),
        auto_add_user: z
          .boolean()
          .nullish()
          .describe('Adds everybody who is in the organization, and whoever joins it.'),
      })
      .meta({ examples: [{ name: 'prod-us-west', provider: 'AWS', region: 'us-west-2' }] }),
    answer: single(CloudWire),
    status: 201,
    repeatable: (answer) => answer,
    async handle({ run, body }) {
      const cloud = await run(createCloud, {
        name: body.name,
        provider: body.provider,
        region: body.region,
        computeStack: body.compute_stack ?? undefined,
        isPrivate: body.is_private_cloud ?? undefined,
        autoAdd: body.auto_add_user ?? undefined,
      })
      return { result: cloudWire(cloud) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/clouds/find_by_name',
    operationId: 'find_cloud_by_name',
    summary: 'Read the cloud of exactly this name',
    permission: 'cloud.list',
    refusals: ['not_found'],
    body: z.object({ name: text }).meta({ examples: [{ name: 'prod-us-west' }] }),
    answer: single(CloudWire),
    handle: async ({ run, body: { name } }) => ({ result: cloudWire(await cloudNamed(run, name)) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/clouds/{cloud_id}',
    operationId: 'get_cloud',
    summary: 'Read one cloud',
    permission: 'cloud.read',
    params,
    answer: single(CloudWire),
    handle: async ({ run, params }) => ({
      result: cloudWire(await run(getCloud, { cloudId: params.cloud_id })),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/clouds/{cloud_id}',
    operationId: 'delete_cloud',
    summary: 'Delete a cloud with its projects and every role on them',
    permission: 'cloud.delete',
    params,
    refusals: ['conflict'],
    query: z.object({
      force: flag.optional().describe('Read for the sake of clients; there is no compute to skip.'),
    }),
    async handle({ run, params }) {
      await run(deleteCloud, { cloudId: params.cloud_id })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/clouds/{cloud_id}/resources',
    operationId: 'get_cloud_resources',
    summary: 'List the compute resources of a cloud: none, since Gatehouse runs no compute',
    permission: 'cloud.read',
    params,
    answer: list(z.never()),
    async handle({ run, params }) {
      await run(getCloud, { cloudId: params.cloud_id })
      return { results: [], metadata: { total: 0, next_paging_token: null } }
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/clouds/{cloud_id}/auto_add_user',
    operationId: 'put_cloud_auto_add_user',
    summary: 'Turn on or off that a cloud adds everybody of the organization',
    permission: 'cloud.change_auto_add',
    params,
    query: z.object({ auto_add_user: flag }),
    async handle({ run, params, query: { auto_add_user: on } }) {
      await run(setAutoAdd, { cloudId: params.cloud_id, on })
    },
  }),
  alwaysOff('lineage_tracking_enabled', {
    operationId: 'put_cloud_lineage_tracking_enabled',
    flag: 'lineage_tracking_enabled',
    summary: 'Say whether lineage is tracked: it never is',
    what: 'lineage tracking',
  }),
  alwaysOff('update_customer_aggregated_logs_config', {
    operationId: 'put_cloud_aggregated_logs_config',
    flag: 'is_enabled',
    summary: 'Say whether logs are gathered: they never are',
    what: 'gathering of logs',
  }),
  defineRoute({
    method: 'POST',
    path: '/organizations/update_default_cloud',
    operationId: 'update_default_cloud',
    summary: 'Choose the default cloud of the organization',
    permission: 'cloud.make_default',
    refusals: ['not_found'],
    query: z.object({ cloud_id: idText.meta({ examples: [exampleCloud.id] }) }),
    async handle({ run, query: { cloud_id: cloudId } }) {
      await run(makeDefaultCloud, { cloudId })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/machine_pools/',
    operationId: 'list_machine_pools',
    summary: 'List machine pools: none, since Gatehouse runs no compute',
    permission: 'organization.read',
    answer: single(z.object({ machine_pools: z.array(z.never()) })),
    async handle({ run }) {
      await run(currentOrganization, {})
      return { result: { machine_pools: [] } }
    },
  }),
]
