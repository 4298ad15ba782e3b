import 'server-only'
import { z } from 'zod'
import { MOST, NOBODY, projectRole, TOO_MANY } from '@/lib/modules/bindings/binding'
import { changeOnProject } from '@/lib/modules/bindings/commands/change-on-project'
import { grantOnProject } from '@/lib/modules/bindings/commands/grant-on-project'
import { removeFromProject } from '@/lib/modules/bindings/commands/remove-from-project'
import { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'
import { changeProject } from '@/lib/modules/projects/commands/change-project'
import { defineRoute } from '../api/route'
import { envelope, list, nameText, single } from '../api/wire'
import { identityParam } from './member-wire'
import {
  bindingFilters,
  expected_version,
  filterFrom,
  GrantResults,
  grantee,
  namedBy,
  ProjectBindingWire,
  projectBindingWire,
  resultsWire,
  timesFrom,
  wireTimes,
} from './own-bindings'
import { withOwnCount } from './own-lists'
import { ProjectWire, projectParams, projectText, projectWire } from './project-wire'

const params = { ...projectParams, ...identityParam }
const refusals = ['own_membership', 'conflict'] as const
const given = { role: projectRole, ...wireTimes }

/** What the console does with roles in projects and documented clients cannot say: starts and ends, and one outcome for each. */
export const projectBindings = [
  defineRoute({
    method: 'PATCH',
    path: '/projects/{project_id}',
    operationId: 'change_project',
    summary: 'Change the name and the description of a project',
    permission: 'project.change',
    params: projectParams,
    refusals: ['conflict', 'stale'],
    body: z
      .object({
        name: nameText.optional(),
        description: projectText.optional(),
        expected_version,
      })
      .meta({ examples: [{ description: 'Policies of the gripper' }] }),
    answer: single(ProjectWire),
    handle: async ({ run, params, body }) => ({
      result: projectWire(
        await run(changeProject, {
          projectId: params.project_id,
          name: body.name,
          description: body.description,
          expectedVersion: body.expected_version,
        }),
      ),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/projects/{project_id}/bindings/',
    operationId: 'list_project_bindings',
    summary: 'List every role in a project, also those that have ended or have yet to begin',
    permission: 'project.list_members',
    params: projectParams,
    query: bindingFilters,
    answer: list(ProjectBindingWire),
    handle: async ({ run, params, query }) =>
      envelope(
        await withOwnCount(query.count, (count) =>
          run(listOnProject, {
            projectId: params.project_id,
            ...filterFrom(query),
            after: query.paging_token,
            count,
          }),
        ),
        projectBindingWire,
      ),
  }),
  defineRoute({
    method: 'POST',
    path: '/projects/{project_id}/bindings/',
    operationId: 'grant_on_project',
    summary:
      'Give up to 200 members on the cloud a role in a project, each with an outcome of its own',
    permission: 'project.grant',
    params: projectParams,
    body: z
      .object({
        grants: z
          .array(z.object({ ...grantee, ...given }))
          .min(1, NOBODY)
          .max(MOST, TOO_MANY),
      })
      .meta({ examples: [{ grants: [{ email: 'ann@halden.example', role: 'write' }] }] }),
    answer: GrantResults,
    async handle({ run, params, body }) {
      const grants = body.grants.map((grant) => ({
        ...namedBy(grant),
        role: grant.role,
        ...timesFrom(grant),
      }))
      return resultsWire(await run(grantOnProject, { projectId: params.project_id, grants }))
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/projects/{project_id}/bindings/{identity_id}',
    operationId: 'change_on_project',
    summary: 'Change the role of somebody in a project; a time that is left out stays as it was',
    permission: 'project.grant',
    params,
    refusals: [...refusals, 'stale'],
    body: z.object({ ...given, expected_version }).meta({
      examples: [{ role: 'write', ends_at: '2026-12-24T08:00:00Z' }],
    }),
    answer: single(ProjectBindingWire),
    handle: async ({ run, params: { project_id: projectId, identity_id: memberId }, body }) => ({
      result: projectBindingWire(
        await run(changeOnProject, {
          projectId,
          memberId,
          role: body.role,
          ...timesFrom(body),
          expectedVersion: body.expected_version,
        }),
      ),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/projects/{project_id}/bindings/{identity_id}',
    operationId: 'remove_from_project',
    summary: 'Take somebody’s role in a project',
    permission: 'project.grant',
    params,
    refusals,
    async handle({ run, params: { project_id: projectId, identity_id: memberId } }) {
      await run(removeFromProject, { projectId, memberId })
    },
  }),
]
