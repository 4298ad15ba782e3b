import { beforeAll, describe, expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import {
  makeMember,
  makeOrganization,
  type TestMember,
  type TestOrganization,
} from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { makeAccount } from '@/lib/testing/service-accounts'
import { answerApi } from '../api/endpoint'

type Api = Awaited<ReturnType<typeof apiOf>>
let organization: TestOrganization
let cloud: Awaited<ReturnType<typeof makeCloud>>
let secret: { id: string; cloudId: string }
let writer: TestMember
let reader: TestMember
let outsider: TestMember
let owner: Api
let own: Api

beforeAll(async () => {
  organization = await makeOrganization()
  cloud = await makeCloud(organization.owner, { name: 'prod-us-west-2' })
  secret = await makeProject(organization.owner, cloud, { name: 'grasp-policy-rl' })
  ;[writer, reader, outsider] = await Promise.all([
    makeMember(organization.id, 'collaborator', { name: 'Wanda Writer' }),
    makeMember(organization.id, 'collaborator', { name: 'Rita Reader' }),
    makeMember(organization.id, 'collaborator', { name: 'Otto Outsider' }),
  ])
  await bindToCloud(writer, cloud)
  await bindToProject(writer, secret, 'owner')
  await bindToCloud(reader, cloud, 'collaborator', { readOnly: true })
  owner = await apiOf(organization.owner, '/access/v1')
  own = await apiOf(writer, '/access/v1')
})

const user = ({ userId }: TestMember) => ({ type: 'user', id: userId })
const project = (id = secret.id) => ({ type: 'project', id })
const does = (name: string) => ({ name })
const post = (api: Api, path: string, body: unknown) => api(path, { method: 'POST', body })
const evaluate = async (api: Api, subject: unknown, name: string, resource: unknown) =>
  (await post(api, '/evaluation', { subject, action: does(name), resource })).body

describe('one decision', () => {
  test('of a service account names no way that there is not: it never owns the organization', async () => {
    const robot = await makeAccount(organization.owner)
    const subject = { type: 'user', id: robot.userId }
    const waysTo = async (name: string, resource: object) => {
      const { decision, context } = await evaluate(owner, subject, name, resource)
      expect(decision).toBe(false)
      return context.explanation.grants.flat().map(({ kind }: { kind: string }) => kind)
    }
    const everywhere = { type: 'organization', id: organization.id }
    expect(await waysTo('member.remove', everywhere)).toEqual([])
    expect(await waysTo('cloud.rename', { type: 'cloud', id: cloud.id })).toEqual(['cloud_role'])
  })

  test('says yes and no, with the steps that led there', async () => {
    expect(await evaluate(owner, user(writer), 'project.delete', project())).toMatchObject({
      decision: true,
      context: { reason_admin: { en: expect.stringContaining('Project owner') } },
    })
    expect(await evaluate(owner, user(reader), 'project.read', project())).toEqual({
      decision: false,
      context: expect.objectContaining({
        reason_user: { en: 'Only people with access to the project can see a project.' },
      }),
    })
    const cloudOf = { type: 'cloud', id: cloud.id }
    const of = (name: string) => evaluate(owner, user(reader), name, cloudOf)
    expect((await of('cloud.read')).decision).toBe(true)
    expect((await of('project.create')).decision).toBe(false)
  })

  test('knows a member by either id and by address, in any letter case', async () => {
    for (const id of [writer.id, writer.userId, writer.email, writer.email.toUpperCase()]) {
      const subject = { type: 'user', id }
      expect((await evaluate(owner, subject, 'project.delete', project())).decision, id).toBe(true)
    }
  })

  test('is no for whatever is not known here, and 200', async () => {
    const unknown = [
      [{ type: 'user', id: 'usr_nobody' }, 'project.read', project()],
      [{ type: 'robot', id: writer.userId }, 'project.read', project()],
      [user(writer), 'project.paint', project()],
      [user(writer), 'project.read', project('prj_nowhere')],
      [user(writer), 'project.read', { type: 'planet', id: secret.id }],
      [user(writer), 'cloud.read', project()],
      [user(organization.stranger), 'project.read', project()],
    ] as const
    for (const [subject, name, resource] of unknown) {
      const { status, body } = await post(owner, '/evaluation', {
        subject,
        action: does(name),
        resource,
      })
      expect([status, body.decision], JSON.stringify([subject, name, resource])).toEqual([
        200,
        false,
      ])
    }
  })

  test('believes no properties, ignores what it does not know, and answers the same again', async () => {
    const body = {
      subject: { ...user(reader), properties: { role: 'admin' }, more: 1 },
      action: { name: 'project.delete', properties: { soft: true } },
      resource: { ...project(), properties: { owner: reader.userId } },
      context: { time: 'now' },
      further: true,
    }
    const first = await post(owner, '/evaluation', body)
    expect([first.status, first.body.decision]).toEqual([200, false])
    expect((await post(owner, '/evaluation', body)).body).toEqual(first.body)
  })

  test('of an organization: its own, and no other', async () => {
    const resource = { type: 'organization', id: organization.id }
    const by = (member: TestMember) => evaluate(owner, user(member), 'member.remove', resource)
    expect((await by(organization.secondOwner)).decision).toBe(true)
    expect((await by(writer)).decision).toBe(false)
    const { stranger } = organization
    const foreign = { type: 'organization', id: stranger.organizationId }
    const about = user(organization.owner)
    expect((await evaluate(owner, about, 'member.remove', foreign)).decision).toBe(false)
  })
})

describe('who may ask', () => {
  test('everybody about themselves, and not of what they may not see', async () => {
    expect((await evaluate(own, user(writer), 'project.delete', project())).decision).toBe(true)
    const outside = await apiOf(outsider, '/access/v1')
    const hidden = await evaluate(outside, user(outsider), 'project.read', project())
    const absent = await evaluate(outside, user(outsider), 'project.read', project('prj_nowhere'))
    expect(hidden).toEqual(absent)
    const listed = await evaluate(outside, user(outsider), 'cloud.list', {
      type: 'cloud',
      id: cloud.id,
    })
    expect(listed.decision).toBe(false)
  })

  test('about others, whoever may see their access', async () => {
    const asked = { subject: user(reader), action: does('project.read'), resource: project() }
    const searches = {
      '/evaluation': asked,
      '/search/subject': { ...asked, subject: { type: 'user' } },
      '/search/resource': { ...asked, resource: { type: 'project' } },
      '/search/action': asked,
    }
    for (const [path, body] of Object.entries(searches)) {
      const { status, body: answer } = await post(own, path, body)
      expect([status, answer.code], path).toEqual([403, 'forbidden'])
      expect((await post(owner, path, body)).status, path).toBe(200)
    }
    const { body } = await post(own, '/evaluations', {
      ...asked,
      evaluations: [{}, { subject: user(writer) }],
    })
    expect(body.evaluations).toMatchObject([
      { decision: false, context: { error: { status: 403 } } },
      { decision: true },
    ])
  })

  test('a key of another organization finds nothing here', async () => {
    const strange = await apiOf(organization.stranger, '/access/v1')
    const asked = { subject: user(writer), action: does('project.read'), resource: project() }
    expect((await post(strange, '/evaluation', asked)).body.decision).toBe(false)
    for (const path of ['/search/subject', '/search/resource', '/search/action']) {
      const { status, body } = await post(strange, path, asked)
      expect([status, body.results], path).toEqual([200, []])
    }
  })

  test('no key is 401', async () => {
    const nobody = await apiOf(null, '/access/v1')
    expect((await post(nobody, '/evaluation', {})).status).toBe(401)
  })
})

describe('a request that cannot be read is 400', () => {
  const whole = () => ({
    subject: user(writer),
    action: does('project.read'),
    resource: project(),
  })
  test.each([
    ['no subject', ({ subject: _, ...rest }: ReturnType<typeof whole>) => rest],
    ['no action', ({ action: _, ...rest }: ReturnType<typeof whole>) => rest],
    ['no resource', ({ resource: _, ...rest }: ReturnType<typeof whole>) => rest],
    ['no type of the subject', (all: object) => ({ ...all, subject: { id: 'x' } })],
    ['no id of the subject', (all: object) => ({ ...all, subject: { type: 'user' } })],
    ['no name of the action', (all: object) => ({ ...all, action: {} })],
    ['no type of the resource', (all: object) => ({ ...all, resource: { id: 'x' } })],
    ['no id of the resource', (all: object) => ({ ...all, resource: { type: 'cloud' } })],
    ['a subject that is text', (all: object) => ({ ...all, subject: 'alice' })],
    ['an id that is a number', (all: object) => ({ ...all, subject: { type: 'user', id: 7 } })],
    [
      'properties that are a list',
      (all: object) => ({ ...all, action: { name: 'x', properties: [] } }),
    ],
    ['a context that is text', (all: object) => ({ ...all, context: 'x' })],
    ['a list', () => []],
    ['null', () => null],
  ])('%s', async (_, change) => {
    const { status } = await post(owner, '/evaluation', change(whole()))
    expect(status).toBe(400)
    expect((await post(owner, '/evaluations', change(whole()))).status).toBe(400)
  })

  test('another content type, broken JSON, nothing', async () => {
    const ask = async (raw: string, type = 'application/json') => {
      const headers = { 'content-type': type }
      return (await owner('/evaluation', { method: 'POST', raw, headers })).status
    }
    expect(await ask(JSON.stringify(whole()), 'application/json; charset=utf-8')).toBe(200)
    expect(await ask(JSON.stringify(whole()), 'text/plain')).toBe(400)
    expect(await ask('{')).toBe(400)
    expect(await ask('')).toBe(400)
  })

  test('a page token that was never given, a limit that is none, a semantic that is none', async () => {
    const search = { ...whole(), page: { token: 'nonsense' } }
    expect((await post(owner, '/search/subject', search)).status).toBe(400)
    const limited = { ...whole(), page: { limit: 0 } }
    expect((await post(owner, '/search/subject', limited)).status).toBe(400)
    const options = { evaluations_semantic: 'sometimes' }
    expect((await post(owner, '/evaluations', { ...whole(), options })).status).toBe(400)
  })
})

describe('a batch', () => {
  test('keeps length and order; defaults are overridden whole', async () => {
    const { body, status } = await post(owner, '/evaluations', {
      subject: user(writer),
      action: does('project.delete'),
      resource: project(),
      evaluations: [
        {},
        { subject: user(reader) },
        { action: does('project.read') },
        { resource: { type: 'project' } },
        {
          subject: user(reader),
          resource: project(cloud.project.id),
          action: does('project.read'),
        },
        { action: 'read' },
      ],
    })
    expect(status).toBe(200)
    const decisions = body.evaluations.map(({ decision }: { decision: boolean }) => decision)
    expect(decisions).toEqual([true, false, true, false, true, false])
    expect(body.evaluations[3].context.error.status).toBe(400)
  })

  test('without evaluations, or with none, it is one decision', async () => {
    const one = { subject: user(writer), action: does('project.read'), resource: project() }
    const single = await post(owner, '/evaluation', one)
    for (const evaluations of [undefined, []]) {
      expect((await post(owner, '/evaluations', { ...one, evaluations })).body).toEqual(single.body)
    }
  })

  test('may end at the first no, or at the first yes', async () => {
    const ask = async (evaluations_semantic?: string) => {
      const { body } = await post(owner, '/evaluations', {
        action: does('project.read'),
        resource: project(),
        evaluations: [writer, reader, organization.owner].map((member) => ({
          subject: user(member),
        })),
        options: { evaluations_semantic },
      })
      return body.evaluations.map(({ decision }: { decision: boolean }) => decision)
    }
    expect(await ask()).toEqual([true, false, true])
    expect(await ask('execute_all')).toEqual([true, false, true])
    expect(await ask('deny_on_first_deny')).toEqual([true, false])
    expect(await ask('permit_on_first_permit')).toEqual([true])
  })
})

describe('searches', () => {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

  test('subjects: whoever may, page by page to an empty token, whatever id is sent', async () => {
    const asked = {
      subject: { type: 'user', id: 'ignored' },
      action: does('project.read'),
      resource: project(),
    }
    const { body } = await post(owner, '/search/subject', asked)
    const all = [organization.owner, organization.secondOwner, writer].map(({ userId }) => userId)
    expect(ids(body.results).sort()).toEqual(all.sort())
    expect(body.page).toEqual({ next_token: '' })
    const found: string[] = []
    let token = ''
    do {
      const page = { limit: 1, token }
      const { body } = await post(owner, '/search/subject', { ...asked, page })
      found.push(...ids(body.results))
      token = body.page.next_token
    } while (token)
    expect(found.sort()).toEqual(all)
  })

  test('resources and actions', async () => {
    const asked = { subject: user(writer), action: does('project.read') }
    const search = async (type: string, name = 'project.read') => {
      const body = { ...asked, action: does(name), resource: { type } }
      return ids((await post(own, '/search/resource', body)).body.results).sort()
    }
    expect(await search('project')).toEqual([secret.id, cloud.project.id].sort())
    expect(await search('project', 'project.delete')).toEqual([secret.id])
    expect(await search('cloud', 'cloud.read')).toEqual([cloud.id])
    expect(await search('cloud', 'cloud.delete')).toEqual([])
    expect(await search('organization', 'api_key.create_own')).toEqual([organization.id])
    const { body } = await post(owner, '/search/resource', {
      subject: user(organization.secondOwner),
      action: does('cloud.delete'),
      resource: { type: 'cloud' },
    })
    expect(ids(body.results)).toEqual([cloud.id])
    const actions = await post(own, '/search/action', { ...asked, resource: project() })
    expect(actions.body.results).toContainEqual({ name: 'project.delete' })
    const few = await post(owner, '/search/action', {
      subject: user(reader),
      resource: { type: 'cloud', id: cloud.id },
    })
    const names = few.body.results.map(({ name }: { name: string }) => name)
    expect(names).toContain('cloud.read')
    expect(names).not.toContain('project.create')
  })

  test('what a search finds is what is decided, one by one', async () => {
    const members = [organization.owner, writer, reader, outsider]
    for (const name of ['project.read', 'project.grant', 'project.list', 'image.list']) {
      const { body } = await post(owner, '/search/subject', {
        subject: { type: 'user' },
        action: does(name),
        resource: project(),
      })
      const decided = await post(owner, '/evaluations', {
        action: does(name),
        resource: project(),
        evaluations: members.map((member) => ({ subject: user(member) })),
      })
      for (const [at, member] of members.entries()) {
        const listed = ids(body.results).includes(member.userId)
        expect(listed, `${name} ${member.name}`).toBe(decided.body.evaluations[at].decision)
      }
    }
  })
})

test('discovery needs no key and names every address', async () => {
  const at = 'http://localhost:3000/.well-known/authzen-configuration'
  const peer = { address: '203.0.113.9', requestId: 'req_test' }
  const response = await answerApi(new Request(at), peer)
  const found = await response.json()
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(found.access_evaluation_endpoint).toBe(
    `${found.policy_decision_point}/access/v1/evaluation`,
  )
  for (const [name, address] of Object.entries<string>(found)) {
    if (name === 'policy_decision_point') continue
    const { status } = await post(
      await apiOf(null),
      address.replace(/^.*\/access\/v1/, '/../../access/v1'),
      {},
    )
    expect(status, name).toBe(401)
  }
  expect((await answerApi(new Request(at, { method: 'POST' }), peer)).status).toBe(405)
})
