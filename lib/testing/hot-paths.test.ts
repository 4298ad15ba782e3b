import { encode } from 'next-auth/jwt'
import { beforeAll, expect, test, vi } from 'vitest'
import { parseApiKey } from '@/lib/domain/api-key'
import type { PresentedKey } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { checkAccess } from '@/lib/modules/access/queries/check-access'
import { checkAccessOfMember } from '@/lib/modules/access/queries/check-access-of-member'
import { decideMany } from '@/lib/modules/access/queries/decide-many'
import { tokenSecret } from '@/lib/platform/auth/token-secret'
import { sha256 } from '@/lib/platform/crypto/hash'
import { apiOf } from './api'
import {
  as,
  makeKey,
  makeMember,
  makeOrganization,
  origin,
  type TestMember,
  type TestOrganization,
} from './people'
import { bindToCloud, makeCloud, makeProject } from './resources'
import { type Traffic, trafficOf, watchTraffic } from './traffic'

/** What Next would give a page of this request, and what React would look up once in it. */
const request = vi.hoisted(() => ({ cookie: '', known: new Map<unknown, unknown>() }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie: request.cookie }) }))
vi.mock('react', async (original) => ({
  ...(await original<typeof import('react')>()),
  cache: (work: () => unknown) => () => {
    if (!request.known.has(work)) request.known.set(work, work())
    return request.known.get(work)
  },
}))

/**
 * Statements on the embedded database; statements and round trips on PostgreSQL. Whoever makes one lower writes it
 * down here; none goes up without a reason in docs/performance.md.
 */
const costs = {
  'list page': [3, 3, 1],
  'list page, deep': [3, 3, 1],
  'search, with matches': [5, 5, 2],
  'search, without matches': [5, 5, 2],
  userinfo: [3, 3, 1],
  'a decision': [2, 2, 1],
  'twenty decisions': [2, 2, 1],
  'eight decisions at one moment': [9, 9, 1],
  'who can': [3, 3, 1],
  'what can': [3, 3, 1],
  'invite one': [8, 8, 2],
  'change a role': [8, 8, 2],
  'Users page': [10, 10, 3],
  'decision about oneself': [3, 3, 1],
  'decision about another': [3, 3, 1],
} as const

let organization: TestOrganization
let call: Awaited<ReturnType<typeof apiOf>>
let access: typeof call
let project = ''
let presented: PresentedKey
let deep = ''
let onCloud: TestMember
let projectId = ''
const question = () =>
  ({ resource: { kind: 'project', id: projectId }, permission: 'project.read' }) as const

beforeAll(async () => {
  watchTraffic()
  organization = await makeOrganization()
  call = await apiOf(organization.owner)
  onCloud = await makeMember(organization.id)
  const cloud = await makeCloud(organization.owner)
  await bindToCloud(onCloud, cloud)
  projectId = (await makeProject(organization.owner, cloud, { isPublic: true })).id
  const { key } = await makeKey(organization.owner)
  const publicId = parseApiKey(key)?.publicId ?? ''
  presented = { kind: 'presented_key', publicId, secretHash: sha256(key), origin }
  access = await apiOf(organization.owner, '/access/v1')
  project = cloud.project.id
  deep = (await call('/organization_collaborators/?count=1')).body.metadata.next_paging_token
})

const list = '/organization_collaborators/?count=50'
let turn = 0
const work: Record<keyof typeof costs, () => Promise<unknown>> = {
  'list page': () => get(list),
  'list page, deep': () => get(`${list}&paging_token=${encodeURIComponent(deep)}`),
  'search, with matches': () => get(`${list}&email=halden`),
  'search, without matches': () => get(`${list}&email=nobody.here`),
  userinfo: () => get('/userinfo/'),
  'a decision': () => decided('/evaluation', {}),
  'twenty decisions': () => decided('/evaluations', { evaluations: Array(20).fill({}) }),
  'eight decisions at one moment': () => Promise.all(Array.from({ length: 8 }, eighth)),
  'who can': () => decided('/search/subject', {}),
  'what can': () => decided('/search/resource', {}),
  'invite one': () =>
    ok('/organization_invitations/', 'POST', { email: `new.${turn++}@halden.example` }),
  'change a role': () =>
    ok(`/organization_collaborators/${organization.collaborator.id}`, 'PUT', {
      permission_level: turn++ % 2 === 0 ? 'owner' : 'collaborator',
    }),
  'Users page': usersPage,
  'decision about oneself': () => as(onCloud).run(checkAccess, question()),
  'decision about another': () =>
    as(organization.owner).run(checkAccessOfMember, { ...question(), member: onCloud.id }),
}

/** One of those that reach the kernel together. */
const eighth = () =>
  execute(decideMany, presented as never, {
    questions: [
      {
        subject: organization.collaborator.userId,
        action: 'project.read',
        resource: { type: 'project', id: project },
      },
    ],
  })

const get = (path: string) => ok(path, 'GET')

async function decided(path: string, body: object) {
  const subject = { type: 'user', id: organization.collaborator.userId }
  const action = { name: 'project.read' }
  const resource = { type: 'project', id: project }
  const { status } = await access(path, {
    method: 'POST',
    body: { subject, action, resource, ...body },
  })
  expect(status).toBe(200)
}

async function ok(path: string, method: string, body?: unknown) {
  const { status } = await call(path, { method, body })
  expect(status).toBe(200)
}

/** The layout and the page as Next renders them on the first load: their reads, without React's part. */
async function usersPage() {
  const { default: Layout } = await import('@/app/(console)/layout')
  const { default: Page } = await import('@/app/(console)/users/(list)/page')
  const { sessionId } = organization.owner.caller
  request.known.clear()
  request.cookie = `gatehouse.session=${await encode({ token: { sid: sessionId }, secret: tokenSecret() })}`
  await Promise.all([Layout({ children: null }), Page({ searchParams: Promise.resolve({}) })])
}

test.each(Object.keys(costs) as (keyof typeof costs)[])('%s', async (name) => {
  await work[name]() // statements that are prepared, plans that are kept
  const traffic = await trafficOf(work[name])
  const [embedded, statements, roundTrips] = costs[name]
  const found = process.env.TEST_DATABASE_URL
    ? [traffic.statements, traffic.roundTrips]
    : [traffic.statements]
  expect(found, told(name, traffic)).toEqual(
    process.env.TEST_DATABASE_URL ? [statements, roundTrips] : [embedded],
  )
})

const told = (name: string, { texts }: Traffic) =>
  `${name}:\n${texts.map((text, at) => `${at + 1}. ${text.slice(0, 200)}`).join('\n')}`
