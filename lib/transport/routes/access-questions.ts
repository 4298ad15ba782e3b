import 'server-only'
import { z } from 'zod'
import { entryOf, permissionNames } from '@/lib/domain/permissions'
import { origins } from '@/lib/domain/roles'
import { invalidInput } from '@/lib/kernel/problem'
import { explainAccess } from '@/lib/modules/access/queries/explain-access'
import { explainAccessOfMember } from '@/lib/modules/access/queries/explain-access-of-member'
import { readTree } from '@/lib/modules/access/queries/read-tree'
import { whatCan } from '@/lib/modules/access/queries/what-can'
import { whoCan } from '@/lib/modules/access/queries/who-can'
import { memberKinds } from '@/lib/modules/members/member'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { type Call, defineRoute } from '../api/route'
import { idText, pagingToken, single, text } from '../api/wire'
import {
  ExplanationWire,
  explanationWire,
  Reached,
  Reaching,
  reachedWire,
  reachingWire,
  TreeCloud,
  treeWire,
} from './access-wire'
import { ownCount, withOwnCount, wordList } from './own-lists'

type Run = Call<string, unknown, unknown>['run']

const permission = z.enum(permissionNames).meta({ examples: ['project.read'] })
const ofPlaces = permissionNames.filter((name) => entryOf(name).level !== 'organization')
const member_id = text
  .optional()
  .describe('An identity id (ide_…) or user id (usr_…). Without it, the key’s own.')
const place = {
  cloud_id: idText.optional().describe('On this cloud.'),
  project_id: idText.optional().describe('In this project. Without either, in the organization.'),
}
type Place = { cloud_id?: string; project_id?: string }

function onePlace({ cloud_id, project_id }: Place) {
  if (cloud_id === undefined || project_id === undefined) return
  throw invalidInput([{ pointer: '#/query/cloud_id', detail: 'Name a cloud or a project.' }])
}
const organizationId = async (run: Run) => (await run(currentOrganization, {})).organization.id

const paging = { count: ownCount, paging_token: pagingToken.optional() }
/** Whoever reaches something is counted only where that is asked for. */
const pages = <T extends z.ZodType>(row: T) =>
  z.object({
    results: z.array(row),
    metadata: z.object({ next_paging_token: z.string().nullable() }),
  })
const pageWire = <Row, Wire>(
  { rows, next }: { rows: Row[]; next: string | null },
  wire: (row: Row) => Wire,
) => ({ results: rows.map(wire), metadata: { next_paging_token: next } })

export const accessQuestions = [
  defineRoute({
    method: 'GET',
    path: '/access/who_can',
    operationId: 'who_can',
    summary: 'List who can do something on a cloud, in a project or in the organization',
    permission: 'access.read_others',
    refusals: ['not_found'],
    query: z.object({
      permission,
      ...place,
      search: text.optional().describe('Part of a name or an email address.'),
      origin: wordList(origins).optional().describe('By one of these ways, between commas.'),
      kind: wordList(memberKinds).optional().describe('People, service accounts, between commas.'),
      ...paging,
    }),
    answer: pages(Reaching),
    async handle({ run, query }) {
      onePlace(query)
      const { cloud_id: cloud, project_id: project } = query
      const at = project
        ? { project }
        : cloud
          ? { cloud }
          : { organization: await organizationId(run) }
      const page = await withOwnCount(query.count, (count) =>
        run(whoCan, {
          permission: query.permission,
          place: at,
          search: query.search,
          origins: query.origin,
          kinds: query.kind,
          after: query.paging_token,
          count,
        }),
      )
      return pageWire(page, reachingWire)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/access/what_can',
    operationId: 'what_can',
    summary: 'List the clouds or projects where somebody can do something',
    permission: 'access.read_own',
    refusals: ['not_found'],
    query: z.object({
      permission: z
        .enum(ofPlaces, { error: 'Ask for a permission on clouds or on projects.' })
        .optional()
        .describe(
          'One of clouds lists clouds, one of projects lists projects: project.read without it.',
        ),
      member_id,
      cloud_id: idText.optional().describe('Only projects of this cloud.'),
      search: text.optional().describe('Part of a name.'),
      ...paging,
    }),
    answer: pages(Reached),
    handle: async ({ run, query }) =>
      pageWire(
        await withOwnCount(query.count, (count) =>
          run(whatCan, {
            permission: query.permission,
            memberId: query.member_id,
            cloudId: query.cloud_id,
            search: query.search,
            after: query.paging_token,
            count,
          }),
        ),
        reachedWire,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: '/access/tree',
    operationId: 'access_tree',
    summary:
      'List what somebody holds: clouds, their projects, what each comes to and by which way',
    permission: 'access.read_own',
    refusals: ['not_found'],
    query: z.object({ member_id, ...paging }),
    answer: pages(TreeCloud),
    handle: async ({ run, query: { member_id: memberId, count, paging_token: after } }) =>
      pageWire(
        await withOwnCount(count, (rows) => run(readTree, { memberId, after, count: rows })),
        treeWire,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: '/access/explain',
    operationId: 'explain_access',
    summary: 'Say why somebody can do something or cannot, what would change it and who could',
    permission: 'access.read_own',
    refusals: ['not_found'],
    query: z.object({ permission, ...place, member_id }),
    answer: single(ExplanationWire),
    async handle({ run, query }) {
      onePlace(query)
      const { permission, member_id: member, cloud_id: cloud, project_id: project } = query
      const resource = project
        ? { kind: 'project', id: project }
        : cloud
          ? { kind: 'cloud', id: cloud }
          : { kind: 'organization', id: await organizationId(run) }
      const question = { permission, resource }
      const found = member
        ? await run(explainAccessOfMember, { ...question, member })
        : await run(explainAccess, question)
      return { result: explanationWire(found) }
    },
  }),
]
