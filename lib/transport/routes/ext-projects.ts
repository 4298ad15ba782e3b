import 'server-only'
import { z } from 'zod'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { deleteProject } from '@/lib/modules/projects/commands/delete-project'
import { getProject } from '@/lib/modules/projects/queries/get-project'
import { type Call, defineRoute } from '../api/route'
import { count, envelope, idText, list, pagingToken, single } from '../api/wire'
import { byName } from './by-name'
import { exampleCloud } from './cloud-wire'
import { textQuery } from './collaborator-lists'
import { bodyPaging, pageOf } from './ext-clouds'
import { withOwnCount } from './own-lists'
import { defaultProject, projectPage } from './project-lists'
import { ExtProjectWire, extProjectWire, projectParams } from './project-wire'
import { NewProject, newProject } from './projects'

type Run = Call<string, unknown, unknown>['run']

const wired = async (run: Run) => {
  const { organization } = await run(currentOrganization, {})
  return (project: Parameters<typeof extProjectWire>[0]) => extProjectWire(project, organization.id)
}
const asOne = async (run: Run, project: Parameters<typeof extProjectWire>[0]) => ({
  result: (await wired(run))(project),
})

/** An id is asked for by its whole text; what else is said of it narrows nothing. */
const idQuery = textQuery
  .extend({ equals: idText.nullish() })
  .meta({ id: 'IdQuery' })
  .nullish()
  .describe('By `equals` alone: an id is asked for whole.')

export const extProjects = [
  defineRoute({
    method: 'GET',
    path: '/projects/',
    operationId: 'ext_list_projects',
    summary: 'List the projects that the key can reach',
    permission: 'project.list',
    query: z.object({
      count: count.optional().describe('Rows of a page, 50 without it; with 0, the total alone.'),
      paging_token: pagingToken.optional(),
    }),
    answer: list(ExtProjectWire),
    handle: async ({ run, query: { count, paging_token: after } }) =>
      envelope(
        await withOwnCount(count, (rows) => projectPage(run, { after, count: rows })),
        await wired(run),
      ),
  }),
  defineRoute({
    method: 'POST',
    path: '/projects/',
    operationId: 'ext_create_project',
    summary: 'Make a project on a cloud, private; the caller owns it',
    permission: 'project.create',
    refusals: ['conflict', 'not_found'],
    body: NewProject.omit({ cloud_id: true }).meta({ id: 'ExtNewProject' }),
    answer: single(ExtProjectWire),
    status: 201,
    repeatable: (answer) => answer,
    handle: async ({ run, body }) => asOne(run, await newProject(run, body)),
  }),
  defineRoute({
    method: 'POST',
    path: '/projects/search',
    operationId: 'ext_search_projects',
    summary: 'Search the projects that the key can reach',
    permission: 'project.list',
    body: z
      .object({
        name: textQuery.nullish(),
        creator_id: idQuery,
        parent_cloud_id: idQuery,
        include_defaults: z.boolean().nullish(),
        paging: bodyPaging(50),
      })
      .meta({ examples: [{ name: { equals: 'grasp-policy' } }] }),
    answer: list(ExtProjectWire),
    async handle({ run, body }) {
      const { count, after } = pageOf(body.paging)
      const asked = {
        cloudId: body.parent_cloud_id?.equals ?? undefined,
        creatorId: body.creator_id?.equals ?? undefined,
        includeDefaults: body.include_defaults ?? true,
      }
      const page = await withOwnCount(count, (rows) =>
        byName(body.name, { after, count: rows }, (search, after, count) =>
          projectPage(run, { ...asked, search, after, count }),
        ),
      )
      return envelope(page, await wired(run))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/projects/default_project',
    operationId: 'ext_get_default_project',
    summary: 'Read the project “default” of a cloud',
    permission: 'project.read',
    refusals: ['not_found'],
    query: z.object({ parent_cloud_id: idText.meta({ examples: [exampleCloud.id] }) }),
    answer: single(ExtProjectWire),
    handle: async ({ run, query }) => asOne(run, await defaultProject(run, query.parent_cloud_id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/projects/{project_id}',
    operationId: 'ext_get_project',
    summary: 'Read one project',
    permission: 'project.read',
    params: projectParams,
    answer: single(ExtProjectWire),
    handle: async ({ run, params }) =>
      asOne(run, await run(getProject, { projectId: params.project_id })),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/projects/{project_id}',
    operationId: 'ext_delete_project',
    summary: 'Delete a project with every role in it',
    permission: 'project.delete',
    params: projectParams,
    refusals: ['conflict'],
    async handle({ run, params }) {
      await run(deleteProject, { projectId: params.project_id })
    },
  }),
]
