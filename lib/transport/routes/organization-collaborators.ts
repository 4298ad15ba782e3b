import 'server-only'
import { z } from 'zod'
import { organizationLimits } from '@/lib/domain/roles'
import { organizationRole } from '@/lib/domain/schemas'
import type { OutputOf } from '@/lib/kernel/define'
import { isProblem } from '@/lib/kernel/problem'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { setLimits } from '@/lib/modules/members/commands/set-limits'
import { DELETED_INSTEAD } from '@/lib/modules/members/member-rules'
import { getMember } from '@/lib/modules/members/queries/get-member'
import { deleteServiceAccount } from '@/lib/modules/service-accounts/commands/delete-service-account'
import { defineRoute } from '../api/route'
import { envelope, list, single, time, wireTime } from '../api/wire'
import {
  collaboratorType,
  filters,
  listCollaborators,
  paging,
  searchCollaborators,
  textQuery,
} from './collaborator-lists'

type Member = OutputOf<typeof getMember>

const limit = z.enum(organizationLimits)

const example = {
  id: 'ide_2k2y004le7fcqa0azt484nfutd',
  user_id: 'usr_764n07887310ju4o8gryavdvyw',
  name: 'Ann Berg',
  full_name: 'Ann Berg',
  email: 'ann@halden.example',
  permission_level: 'collaborator',
  base_role: 'collaborator',
  additional_roles: [],
  created_at: '2026-11-24T08:02:06.510000+00:00',
  is_service_account: false,
}

const Collaborator = z
  .object({
    id: z.string().describe('The identity id (ide_…): change and remove by this one.'),
    user_id: z.string().describe('The user id (usr_…): read by this one.'),
    name: z.string(),
    full_name: z.string(),
    email: z.string(),
    permission_level: organizationRole,
    base_role: organizationRole,
    additional_roles: z
      .array(limit)
      .describe('What they may not do whatever their role, in the order in which it was given.'),
    created_at: time,
    is_service_account: z.boolean(),
  })
  .meta({ id: 'Collaborator', examples: [example] })

const byIdentity = {
  collaborator_id: { description: 'The identity id (ide_…), `id` of a row.', example: example.id },
}

const byUser = {
  collaborator_id: {
    description: 'The user id (usr_…), `user_id` of a row; the identity id does too.',
    example: example.user_id,
  },
}

const wire = (member: Member): z.input<typeof Collaborator> => ({
  id: member.id,
  user_id: member.userId,
  name: member.name,
  full_name: member.name,
  email: member.email,
  permission_level: member.role,
  base_role: member.role,
  additional_roles: member.limits,
  created_at: wireTime(member.createdAt),
  is_service_account: member.kind === 'service_account',
})

export const organizationCollaborators = [
  defineRoute({
    method: 'GET',
    path: '/organization_collaborators/',
    operationId: 'list_organization_collaborators',
    summary: 'List the people of the organization',
    permission: 'member.list',
    query: filters,
    answer: list(Collaborator),
    handle: async ({ run, query }) => envelope(await listCollaborators(run, query), wire),
  }),
  defineRoute({
    method: 'POST',
    path: '/organization_collaborators/search',
    operationId: 'search_organization_collaborators',
    summary: 'Search people by name or address',
    permission: 'member.list',
    query: paging,
    body: z
      .object({
        name_or_email: textQuery.nullish(),
        collaborator_type: collaboratorType.nullish(),
      })
      .meta({ examples: [{ name_or_email: { contains: 'berg' } }] }),
    answer: list(Collaborator),
    handle: async ({ run, query, body }) =>
      envelope(await searchCollaborators(run, body, query), wire),
  }),
  defineRoute({
    method: 'PUT',
    path: '/organization_collaborators/{collaborator_id}/roles',
    operationId: 'put_organization_collaborator_roles',
    summary: 'Set the organization role and its limits, by user id',
    permission: 'member.change_role',
    params: byUser,
    refusals: ['own_membership', 'last_owner'],
    body: z
      .object({
        base_role: organizationRole,
        additional_roles: z
          .array(limit)
          .max(10)
          .describe('All of its limits: those that are left out end. They bind owners too.'),
      })
      .meta({ examples: [{ base_role: 'owner', additional_roles: [] }] }),
    async handle({ run, params, body: { base_role: role, additional_roles: limits } }) {
      const { collaborator_id: userId } = params
      const who = userId.startsWith('ide_') ? { memberId: userId } : { userId }
      await run(setLimits, { ...who, role, limits: [...new Set(limits)] })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/organization_collaborators/{collaborator_id}',
    operationId: 'get_organization_collaborator',
    summary: 'Read one collaborator by user id',
    permission: 'member.list',
    params: byUser,
    answer: single(Collaborator),
    handle: async ({ run, params }) => ({
      result: wire(await run(getMember, { id: params.collaborator_id })),
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/organization_collaborators/{collaborator_id}',
    operationId: 'put_organization_collaborator',
    summary: 'Give or take the owner role, by identity id',
    permission: 'member.change_role',
    params: byIdentity,
    refusals: ['own_membership', 'last_owner'],
    body: z.object({ permission_level: organizationRole }),
    answer: single(Collaborator),
    async handle({ run, params, body: { permission_level: role } }) {
      return { result: wire(await run(changeRole, { memberId: params.collaborator_id, role })) }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/organization_collaborators/{collaborator_id}',
    operationId: 'delete_organization_collaborator',
    summary: 'Remove somebody, or delete a service account, by identity id',
    permission: 'member.remove',
    params: byIdentity,
    refusals: ['own_membership', 'demote_first'],
    async handle({ run, params: { collaborator_id: memberId } }) {
      await run(removeMember, { memberId }).catch((error) => {
        if (!isProblem(error) || error.message !== DELETED_INSTEAD) throw error
        return run(deleteServiceAccount, { accountId: memberId })
      })
    },
  }),
]
