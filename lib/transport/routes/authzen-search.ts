import 'server-only'
import { entryOf, isPermission, type Permission } from '@/lib/domain/permissions'
import { isProblem, Problem } from '@/lib/kernel/problem'
import { listActions } from '@/lib/modules/access/queries/list-actions'
import { whatCan } from '@/lib/modules/access/queries/what-can'
import { whoCan } from '@/lib/modules/access/queries/who-can'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { type Call, defineRoute } from '../api/route'
import { idText } from '../api/wire'
import { decideOne } from '../authzen/decide-one'
import {
  ActionSearch,
  FoundActions,
  FoundEntities,
  pageAsked,
  ResourceSearch,
  SubjectSearch,
} from '../authzen/wire'

type Run = Call<string, unknown, unknown>['run']
const nobody = { results: [], page: { next_token: '' } }

/** What is unknown here has no results, whatever it is (AuthZEN 1.0 §8). */
const orNothing = (error: unknown) => {
  if (isProblem(error) && error.code === 'not_found') return null
  throw error
}

export const authzenSearch = [
  defineRoute({
    method: 'POST',
    path: '/search/subject',
    operationId: 'search_subjects',
    summary: 'List who may do something',
    permission: 'access.read_others',
    plainFaults: true,
    body: SubjectSearch,
    answer: FoundEntities,
    async handle({ run, body: { subject, action, resource, page } }) {
      const { name } = action
      const { type, id } = resource
      if (subject.type !== 'user' || !isPermission(name) || !isAskedOf(name, type)) return nobody
      if (!idText.safeParse(id).success) return nobody
      const place = { [type]: id } as { cloud: string }
      const asked = { permission: name, place, ...pageAsked(page) }
      const found = await run(whoCan, asked).catch(orNothing)
      if (!found) return nobody
      return {
        results: found.rows.map(({ member }) => ({
          type: 'user',
          id: member.userId,
          properties: { email: member.email, name: member.name, identity_id: member.id },
        })),
        page: { next_token: found.next ?? '' },
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/search/resource',
    operationId: 'search_resources',
    summary: 'List where somebody may do something',
    permission: 'access.read_own',
    plainFaults: true,
    body: ResourceSearch,
    answer: FoundEntities,
    async handle({ run, body: { subject, action, resource, page } }) {
      const { type } = resource
      const { name } = action
      if (subject.type !== 'user' || !isPermission(name) || !isAskedOf(name, type)) return nobody
      const everywhere = entryOf(name).level === 'organization'
      if (everywhere) {
        const organization = await ownOrganization(run, subject.id, name)
        if (type === 'organization' || !organization) {
          return { ...nobody, results: organization ? [organization] : [] }
        }
      }
      const permission = everywhere ? (`${type}.read` as Permission) : name
      const asked = { memberId: subject.id, permission, ...pageAsked(page) }
      const found = await run(whatCan, asked).catch(orNothing)
      if (!found) return nobody
      return {
        results: found.rows.map(({ cloud, project }) =>
          project
            ? {
                type: 'project',
                id: project.id,
                properties: { name: project.name, cloud_id: cloud.id },
              }
            : { type: 'cloud', id: cloud.id, properties: { name: cloud.name } },
        ),
        page: { next_token: found.next ?? '' },
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/search/action',
    operationId: 'search_actions',
    summary: 'List what somebody may do with one thing',
    permission: 'access.read_own',
    plainFaults: true,
    body: ActionSearch,
    answer: FoundActions,
    async handle({ run, body: { subject, resource } }) {
      if (subject.type !== 'user') return nobody
      const { type, id } = resource
      const asked = { subject: subject.id, resource: { type, id } }
      const { actions, refused } = await run(listActions, asked)
      if (refused !== null) throw new Problem('forbidden', refused)
      return { ...nobody, results: actions.map((name) => ({ name })) }
    },
  }),
]

/** A permission of the organization is asked of anything; the others of what they are about. */
function isAskedOf(permission: Permission, type: string): boolean {
  if (!['organization', 'cloud', 'project'].includes(type)) return false
  const { level } = entryOf(permission)
  return level === 'organization' || level === type
}

/** The caller's organization, if that member may do it there. */
async function ownOrganization(run: Run, subject: string, action: string) {
  const { organization } = await run(currentOrganization, {})
  const resource = { type: 'organization', id: organization.id }
  const { allowed } = await decideOne(run, { subject, action, resource })
  return allowed ? resource : null
}
