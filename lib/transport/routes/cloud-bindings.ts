import 'server-only'
import { z } from 'zod'
import { cloudRole, MOST, NOBODY, TOO_MANY } from '@/lib/modules/bindings/binding'
import { changeOnCloud } from '@/lib/modules/bindings/commands/change-on-cloud'
import { grantOnCloud } from '@/lib/modules/bindings/commands/grant-on-cloud'
import { removeFromCloud } from '@/lib/modules/bindings/commands/remove-from-cloud'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { renameCloud } from '@/lib/modules/clouds/commands/rename-cloud'
import { defineRoute } from '../api/route'
import { envelope, list, nameText, single } from '../api/wire'
import { CloudWire, cloudParams, cloudWire } from './cloud-wire'
import { identityParam } from './member-wire'
import {
  bindingFilters,
  CloudBindingWire,
  cloudBindingWire,
  expected_version,
  filterFrom,
  GrantResults,
  grantee,
  namedBy,
  resultsWire,
  timesFrom,
  wireTimes,
} from './own-bindings'
import { withOwnCount } from './own-lists'

const params = { ...cloudParams, ...identityParam }
const refusals = ['own_membership', 'conflict'] as const
const given = { role: cloudRole, read_only: z.boolean().optional(), ...wireTimes }

/** What the console does with roles on clouds and documented clients cannot say: starts and ends, and one outcome for each. */
export const cloudBindings = [
  defineRoute({
    method: 'PATCH',
    path: '/clouds/{cloud_id}',
    operationId: 'rename_cloud',
    summary: 'Rename a cloud',
    permission: 'cloud.rename',
    params: cloudParams,
    refusals: ['conflict', 'stale'],
    body: z
      .object({ name: nameText, expected_version })
      .meta({ examples: [{ name: 'prod-us-east' }] }),
    answer: single(CloudWire),
    handle: async ({ run, params, body }) => ({
      result: cloudWire(
        await run(renameCloud, {
          cloudId: params.cloud_id,
          name: body.name,
          expectedVersion: body.expected_version,
        }),
      ),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/clouds/{cloud_id}/bindings/',
    operationId: 'list_cloud_bindings',
    summary: 'List every role on a cloud, also those that have ended or have yet to begin',
    permission: 'cloud.list_members',
    params: cloudParams,
    query: bindingFilters,
    answer: list(CloudBindingWire),
    handle: async ({ run, params, query }) =>
      envelope(
        await withOwnCount(query.count, (count) =>
          run(listOnCloud, {
            cloudId: params.cloud_id,
            ...filterFrom(query),
            after: query.paging_token,
            count,
          }),
        ),
        cloudBindingWire,
      ),
  }),
  defineRoute({
    method: 'POST',
    path: '/clouds/{cloud_id}/bindings/',
    operationId: 'grant_on_cloud',
    summary: 'Give up to 200 members a role on a cloud, each with an outcome of its own',
    permission: 'cloud.grant',
    params: cloudParams,
    body: z
      .object({
        grants: z
          .array(z.object({ ...grantee, ...given }))
          .min(1, NOBODY)
          .max(MOST, TOO_MANY),
      })
      .meta({ examples: [{ grants: [{ email: 'ann@halden.example', role: 'collaborator' }] }] }),
    answer: GrantResults,
    async handle({ run, params, body }) {
      const grants = body.grants.map((grant) => ({
        ...namedBy(grant),
        role: grant.role,
        readOnly: grant.read_only,
        ...timesFrom(grant),
      }))
      return resultsWire(await run(grantOnCloud, { cloudId: params.cloud_id, grants }))
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/clouds/{cloud_id}/bindings/{identity_id}',
    operationId: 'change_on_cloud',
    summary: 'Change the role of somebody on a cloud; a time that is left out stays as it was',
    permission: 'cloud.grant',
    params,
    refusals: [...refusals, 'stale'],
    body: z.object({ ...given, expected_version }).meta({
      examples: [{ role: 'writer', ends_at: '2026-12-24T08:00:00Z' }],
    }),
    answer: single(CloudBindingWire),
    handle: async ({ run, params: { cloud_id: cloudId, identity_id: memberId }, body }) => ({
      result: cloudBindingWire(
        await run(changeOnCloud, {
          cloudId,
          memberId,
          role: body.role,
          readOnly: body.read_only,
          ...timesFrom(body),
          expectedVersion: body.expected_version,
        }),
      ),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/clouds/{cloud_id}/bindings/{identity_id}',
    operationId: 'remove_from_cloud',
    summary: 'Take somebody’s role on a cloud, with those in its projects',
    permission: 'cloud.grant',
    params,
    refusals,
    async handle({ run, params: { cloud_id: cloudId, identity_id: memberId } }) {
      await run(removeFromCloud, { cloudId, memberId })
    },
  }),
]
