import 'server-only'
import { z } from 'zod'
import { Problem } from '@/lib/kernel/problem'
import { changeOnProject } from '@/lib/modules/bindings/commands/change-on-project'
import { grantOnProject } from '@/lib/modules/bindings/commands/grant-on-project'
import { removeFromProject } from '@/lib/modules/bindings/commands/remove-from-project'
import { setVisibility } from '@/lib/modules/projects/commands/set-visibility'
import { getProject } from '@/lib/modules/projects/queries/get-project'
import { defineRoute } from '../api/route'
import { count, envelope, list, pagingToken, writtenEmail } from '../api/wire'
import { exampleCloud } from './cloud-wire'
import { allGranted, allOrNone } from './grant-results'
import { projectMemberPage } from './member-lists'
import { identityParam, ProjectMemberWire, permissionLevel, projectMemberWire } from './member-wire'
import { withOwnCount } from './own-lists'
import { projectParams } from './project-wire'

const NewMember = z
  .object({ value: z.object({ email: writtenEmail }), permission_level: permissionLevel })
  .meta({
    id: 'NewProjectMember',
    examples: [{ value: { email: 'ann@halden.example' }, permission_level: 'write' }],
  })
const grantOf = ({ value: { email }, permission_level: role }: z.output<typeof NewMember>) => ({
  email,
  role,
})

/** Everybody on the cloud, as one of the members: the form in which clients read the public switch. */
const Everyone = z.object({
  id: z.string().describe('The cloud id: delete this member to make the project private.'),
  value: z.object({ cloud_id: z.string() }),
  permission_level: permissionLevel,
})

const refusals = ['own_membership', 'conflict'] as const
const collaborators = '/projects/{project_id}/collaborators'
const isCloud = (id: string) => id.startsWith('cld_')

export const projectMembers = [
  defineRoute({
    method: 'GET',
    path: `${collaborators}/users`,
    operationId: 'list_project_collaborators',
    summary:
      'List who was given a role in a project; owners of its cloud and organization own it without one',
    permission: 'project.list_members',
    params: projectParams,
    query: z.object({
      count: count.optional().describe('Rows of a page, 50 without it; with 0, the total alone.'),
      paging_token: pagingToken.optional(),
    }),
    answer: list(ProjectMemberWire),
    handle: async ({ run, params, query: { count, paging_token: after } }) =>
      envelope(
        await withOwnCount(count, (rows) =>
          projectMemberPage(run, params.project_id, { after, count: rows }),
        ),
        projectMemberWire,
      ),
  }),
  defineRoute({
    method: 'POST',
    path: `${collaborators}/users`,
    operationId: 'create_project_collaborator',
    summary: 'Give somebody on the cloud a role in a project, by address',
    permission: 'project.grant',
    params: projectParams,
    refusals,
    body: NewMember,
    async handle({ run, params, body }) {
      const grants = [grantOf(body)]
      allGranted(await run(grantOnProject, { projectId: params.project_id, grants, ...allOrNone }))
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${collaborators}/users/batch_create`,
    operationId: 'batch_create_project_collaborators',
    summary: 'Give many a role in a project, all of them or none',
    permission: 'project.grant',
    params: projectParams,
    refusals,
    body: z.array(NewMember).min(1).max(200),
    async handle({ run, params, body }) {
      const grants = body.map(grantOf)
      allGranted(await run(grantOnProject, { projectId: params.project_id, grants, ...allOrNone }))
    },
  }),
  defineRoute({
    method: 'PUT',
    path: `${collaborators}/{identity_id}`,
    operationId: 'put_project_collaborator',
    summary: 'Set the level of somebody in a project, by identity id',
    permission: 'project.grant',
    params: { ...projectParams, ...identityParam },
    refusals,
    body: z.object({ permission_level: permissionLevel }),
    async handle({ run, params, body: { permission_level: role } }) {
      const { project_id: projectId, identity_id: memberId } = params
      await run(changeOnProject, { projectId, memberId, role })
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: `${collaborators}/{identity_id}`,
    operationId: 'delete_project_collaborator',
    summary: 'Take somebody’s role in a project, by identity id; by the cloud id, make it private',
    permission: 'project.grant',
    params: { ...projectParams, ...identityParam },
    refusals,
    async handle({ run, params: { project_id: projectId, identity_id: memberId } }) {
      if (!isCloud(memberId)) return void (await run(removeFromProject, { projectId, memberId }))
      const project = await run(getProject, { projectId })
      if (project.cloud.id !== memberId || !project.isPublic) throw notPublic()
      await run(setVisibility, { projectId, isPublic: false })
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${collaborators}/cloud`,
    operationId: 'create_project_cloud_collaborator',
    summary: 'Make a project public: everybody on its cloud may view and edit it',
    permission: 'project.change_visibility',
    params: projectParams,
    async handle({ run, params }) {
      await run(setVisibility, { projectId: params.project_id, isPublic: true })
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${collaborators}/clouds`,
    operationId: 'get_project_cloud_collaborator',
    summary: 'Read whether everybody on the cloud may use a project; 404 when it is private',
    permission: 'project.read',
    params: projectParams,
    answer: Everyone.meta({
      id: 'ProjectCloudMember',
      examples: [
        {
          id: exampleCloud.id,
          value: { cloud_id: exampleCloud.id },
          permission_level: 'write',
        },
      ],
    }),
    async handle({ run, params }) {
      const { cloud, isPublic } = await run(getProject, { projectId: params.project_id })
      if (!isPublic) throw notPublic()
      return { id: cloud.id, value: { cloud_id: cloud.id }, permission_level: 'write' as const }
    },
  }),
]

const notPublic = () =>
  new Problem('not_found', 'This project is private: only people who were added can see it.')
