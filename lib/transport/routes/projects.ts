import 'server-only'
import { z } from 'zod'
import { invalidInput } from '@/lib/kernel/problem'
import { defaultCloud } from '@/lib/modules/clouds/queries/default-cloud'
import { createProject } from '@/lib/modules/projects/commands/create-project'
import { deleteProject } from '@/lib/modules/projects/commands/delete-project'
import { getProject } from '@/lib/modules/projects/queries/get-project'
import { type Call, defineRoute } from '../api/route'
import { count, envelope, idText, list, nameText, pagingToken, single, text } from '../api/wire'
import { byName } from './by-name'
import { exampleCloud } from './cloud-wire'
import { withOwnCount } from './own-lists'
import { defaultProject, projectFilters, projectPage } from './project-lists'
import {
  exampleProject,
  ProjectWire,
  projectParams as params,
  projectText,
  projectWire,
} from './project-wire'

type Run = Call<string, unknown, unknown>['run']

export const NewProject = z
  .object({
    name: nameText,
    description: projectText.nullish(),
    parent_cloud_id: idText.nullish().describe('The default cloud, unless one is named.'),
    cloud_id: idText.nullish().describe('The same, by its other name.'),
    initial_cluster_config: z.unknown().optional().describe('Read, and not kept.'),
  })
  .meta({
    id: 'NewProject',
    examples: [
      {
        name: exampleProject.name,
        description: exampleProject.description,
        parent_cloud_id: exampleCloud.id,
      },
    ],
  })

/** A private one, as the console makes it unless its box is ticked. */
export async function newProject(run: Run, body: z.output<typeof NewProject>) {
  const cloudId = body.parent_cloud_id || body.cloud_id || (await run(defaultCloud, {}))?.id
  if (!cloudId) {
    const detail = 'Name a cloud: no default cloud is set, or this key cannot reach it.'
    throw invalidInput([{ pointer: '#/parent_cloud_id', detail }])
  }
  const { name, description } = body
  return run(createProject, {
    cloudId,
    name,
    description: description ?? '',
    isPublic: false,
  })
}

export const projects = [
  defineRoute({
    method: 'GET',
    path: '/projects/',
    operationId: 'list_projects',
    summary: 'List the projects that the key can reach',
    permission: 'project.list',
    query: projectFilters,
    answer: list(ProjectWire),
    handle: async ({ run, query: { count, paging_token: after, ...query } }) =>
      envelope(
        await withOwnCount(count, (rows) =>
          projectPage(run, {
            cloudId: query.parent_cloud_id,
            search: query.name_contains,
            creatorId: query.creator_id,
            includeDefaults: query.include_defaults,
            descending: query.sort_order === 'DESC',
            after,
            count: rows,
          }),
        ),
        projectWire,
      ),
  }),
  defineRoute({
    method: 'POST',
    path: '/projects/',
    operationId: 'create_project',
    summary: 'Make a project on a cloud, private; the caller owns it',
    permission: 'project.create',
    refusals: ['conflict', 'not_found'],
    body: NewProject,
    answer: single(z.object({ id: z.string().meta({ examples: [exampleProject.id] }) })),
    status: 201,
    repeatable: (answer) => answer,
    handle: async ({ run, body }) => ({ result: { id: (await newProject(run, body)).id } }),
  }),
  defineRoute({
    method: 'GET',
    path: '/projects/default_project',
    operationId: 'get_default_project',
    summary: 'Read the project “default” of a cloud',
    permission: 'project.read',
    refusals: ['not_found'],
    query: z.object({ parent_cloud_id: idText.meta({ examples: [exampleCloud.id] }) }),
    answer: single(ProjectWire),
    handle: async ({ run, query }) => ({
      result: projectWire(await defaultProject(run, query.parent_cloud_id)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/projects/find_by_name',
    operationId: 'find_projects_by_name',
    summary: 'List the projects of this name, whatever their cloud',
    permission: 'project.list',
    query: z.object({
      name: text,
      owner: idText.optional().describe('The user id (usr_…) of whoever made it.'),
      count: count.optional().describe('Rows of a page, 50 without it; with 0, the total alone.'),
      paging_token: pagingToken.optional(),
    }),
    answer: list(ProjectWire),
    handle: async ({ run, query: { name, owner: creatorId, count, paging_token: after } }) =>
      envelope(
        await withOwnCount(count, (rows) =>
          byName({ equals: name }, { after, count: rows }, (search, after, count) =>
            projectPage(run, { search, creatorId, after, count }),
          ),
        ),
        projectWire,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: '/projects/{project_id}',
    operationId: 'get_project',
    summary: 'Read one project',
    permission: 'project.read',
    params,
    answer: single(ProjectWire),
    handle: async ({ run, params }) => ({
      result: projectWire(await run(getProject, { projectId: params.project_id })),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/projects/{project_id}',
    operationId: 'delete_project',
    summary: 'Delete a project with every role in it',
    permission: 'project.delete',
    params,
    refusals: ['conflict'],
    async handle({ run, params }) {
      await run(deleteProject, { projectId: params.project_id })
    },
  }),
]
