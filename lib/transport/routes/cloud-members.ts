import 'server-only'
import { z } from 'zod'
import { cloudLimit } from '@/lib/domain/roles'
import { changeOnCloud } from '@/lib/modules/bindings/commands/change-on-cloud'
import { grantOnCloud } from '@/lib/modules/bindings/commands/grant-on-cloud'
import { removeFromCloud } from '@/lib/modules/bindings/commands/remove-from-cloud'
import { defineRoute } from '../api/route'
import { count, envelope, list, pagingToken, single, writtenEmail } from '../api/wire'
import { cloudParams } from './cloud-wire'
import { textQuery } from './collaborator-lists'
import { allGranted, allOrNone } from './grant-results'
import { allOnCloud, cloudMemberPage, oneOnCloud } from './member-lists'
import {
  CloudMemberWire,
  CloudRolesWire,
  cloudBaseRole,
  cloudMemberWire,
  cloudRolesWire,
  denyRole,
  identityParam,
  memberParam,
  permissionLevel,
  roleOfLevel,
} from './member-wire'
import { withOwnCount } from './own-lists'

const paging = z.object({ count: count.optional(), paging_token: pagingToken.optional() })
const NewMember = z.object({ email: writtenEmail, permission_level: permissionLevel }).meta({
  id: 'NewCloudMember',
  examples: [{ email: 'ann@halden.example', permission_level: 'write' }],
})
const Roles = z
  .object({ base_role: cloudBaseRole, deny_roles: z.array(denyRole).max(10) })
  .meta({ examples: [{ base_role: 'writer', deny_roles: [] }] })

const refusals = ['own_membership', 'conflict'] as const

export const cloudMembers = [
  defineRoute({
    method: 'POST',
    path: '/clouds/{cloud_id}/collaborators/users',
    operationId: 'create_cloud_collaborator',
    summary: 'Give somebody of the organization a role on a cloud, by address',
    permission: 'cloud.grant',
    params: cloudParams,
    refusals,
    body: NewMember,
    async handle({ run, params, body: { email, permission_level: level } }) {
      const grants = [{ email, ...roleOfLevel[level] }]
      allGranted(await run(grantOnCloud, { cloudId: params.cloud_id, grants, ...allOrNone }))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/clouds/{cloud_id}/collaborators/users/batch_create',
    operationId: 'batch_create_cloud_collaborators',
    summary: 'Give many a role on a cloud, all of them or none',
    permission: 'cloud.grant',
    params: cloudParams,
    refusals,
    body: z.array(NewMember).min(1).max(200),
    async handle({ run, params, body }) {
      const grants = body.map(({ email, permission_level: level }) => ({
        email,
        ...roleOfLevel[level],
      }))
      const cloudId = params.cloud_id
      allGranted(await run(grantOnCloud, { cloudId, grants, ...allOrNone }))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/clouds/{cloud_id}/collaborators/users/search',
    operationId: 'search_cloud_collaborators',
    summary: 'Search who holds a role on a cloud; organization owners own it without one',
    permission: 'cloud.list_members',
    params: cloudParams,
    query: paging,
    body: z
      .object({ name_or_email: textQuery.nullish() })
      .meta({ examples: [{ name_or_email: { contains: 'berg' } }] }),
    answer: list(CloudMemberWire),
    handle: async ({ run, params, query: { count, paging_token: after }, body }) =>
      envelope(
        await withOwnCount(count, (rows) =>
          cloudMemberPage(run, params.cloud_id, body.name_or_email, { after, count: rows }),
        ),
        cloudMemberWire,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: '/clouds/{cloud_id}/collaborators/roles',
    operationId: 'list_cloud_collaborator_roles',
    summary: 'List the roles on a cloud: all of them, unless a page is asked for',
    permission: 'cloud.list_members',
    params: cloudParams,
    query: paging,
    answer: list(CloudRolesWire),
    async handle({ run, params, query: { count, paging_token: after } }) {
      const cloudId = params.cloud_id
      if (count === undefined && after === undefined) {
        return envelope(await allOnCloud(run, cloudId), cloudRolesWire)
      }
      const page = await withOwnCount(count, (rows) =>
        cloudMemberPage(run, cloudId, null, { after, count: rows }),
      )
      return envelope(page, cloudRolesWire)
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/clouds/{cloud_id}/collaborators/users/{member_id}',
    operationId: 'put_cloud_collaborator',
    summary: 'Set the level of somebody on a cloud, by identity id',
    permission: 'cloud.grant',
    params: { ...cloudParams, ...memberParam },
    refusals,
    body: z.object({ permission_level: permissionLevel }),
    async handle({ run, params, body: { permission_level: level } }) {
      const { cloud_id: cloudId, member_id: memberId } = params
      await run(changeOnCloud, { cloudId, memberId, ...roleOfLevel[level] })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/clouds/{cloud_id}/collaborators/users/{member_id}/roles',
    operationId: 'get_cloud_collaborator_roles',
    summary: 'Read the roles of one on a cloud, by user id',
    permission: 'cloud.list_members',
    params: { ...cloudParams, ...memberParam },
    answer: single(CloudRolesWire),
    handle: async ({ run, params }) => ({
      result: cloudRolesWire(await oneOnCloud(run, params.cloud_id, params.member_id)),
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/clouds/{cloud_id}/collaborators/users/{member_id}/roles',
    operationId: 'put_cloud_collaborator_roles',
    summary: 'Set the role and the limit of somebody on a cloud, by user id',
    permission: 'cloud.grant',
    params: { ...cloudParams, ...memberParam },
    refusals,
    body: Roles,
    async handle({ run, params, body: { base_role: role, deny_roles: limits } }) {
      const { cloud_id: cloudId, member_id: userId } = params
      const readOnly = limits.includes(cloudLimit)
      await run(changeOnCloud, { cloudId, userId, role, readOnly, orGrant: true })
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/clouds/{cloud_id}/collaborators/{identity_id}',
    operationId: 'delete_cloud_collaborator',
    summary: 'Take somebody’s role on a cloud, with those in its projects, by identity id',
    permission: 'cloud.grant',
    params: { ...cloudParams, ...identityParam },
    refusals,
    async handle({ run, params: { cloud_id: cloudId, identity_id: memberId } }) {
      await run(removeFromCloud, { cloudId, memberId })
    },
  }),
]
