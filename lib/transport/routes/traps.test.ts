import { describe, expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { makeMember, makeOrganization } from '@/lib/testing/people'

// What existing clients send and stumble over: anyscale-client.md §2, anyscale-terraform.md §6.

const place = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
const people = '/organization_collaborators/'
const invitations = '/organization_invitations/'
const isSentence = /^[^\n]+[.]$/

describe('paths', () => {
  test('every path answers in both slash forms, doubled slashes too, and never redirects', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    const forms = ['/userinfo', '/userinfo/', '//userinfo//', '/openapi.json/', '//openapi.json']
    for (const path of [...forms, `${people}${owner.userId}`, `${people}${owner.userId}/`]) {
      expect((await call(path)).status, path).toBe(200)
    }
    const batch = { method: 'POST', body: [{ email: 'nonsense' }] }
    for (const path of [`${invitations}batch_create`, `${invitations}batch_create/`]) {
      expect((await call(path, batch)).status, path).toBe(200)
    }
  })

  test('HEAD, OPTIONS and other methods are 405 with what is allowed', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    for (const method of ['HEAD', 'OPTIONS', 'PATCH']) {
      for (const [path, allow] of [
        ['/userinfo/', 'GET'],
        [people, 'GET'],
        [`${invitations}batch_create`, 'POST'],
        ['/openapi.json', 'GET'],
      ] as const) {
        const { status, headers, body } = await call(path, { method })
        expect([status, headers.get('allow')], `${method} ${path}`).toEqual([405, allow])
        expect(headers.get('content-type')).toBe('application/problem+json')
        expect(body.error.detail).toMatch(isSentence)
      }
    }
  })

  test('an id that cannot be one is as unknown as any other', async () => {
    const { owner, stranger } = await makeOrganization()
    const call = await apiOf(owner)
    const expected = (await call(`${people}${stranger.userId}`)).body.detail
    for (const id of ['%00', '%', '%ED%A0%80', 'a%2Fb', 'x'.repeat(5_000), "'--", '%F0%9F%92%A5']) {
      const { status, body } = await call(`${people}${id}`)
      expect([status, body.detail], id).toEqual([404, expected])
      const gone = [
        await call(`${people}${id}`, { method: 'DELETE' }),
        await call(`${people}${id}`, { method: 'PUT', body: { permission_level: 'owner' } }),
        await call(`${invitations}${id}`),
        await call(`${invitations}${id}/invalidate`, { method: 'POST' }),
      ]
      expect(
        gone.map((answer) => answer.status),
        id,
      ).toEqual([404, 404, 404, 404])
    }
  })

  test('a user id changes nobody: identity and user ids are never interchangeable there', async () => {
    const { owner, collaborator } = await makeOrganization()
    const call = await apiOf(owner)
    const path = `${people}${collaborator.userId}`
    const body = { permission_level: 'owner' }
    expect((await call(path, { method: 'PUT', body })).status).toBe(404)
    expect((await call(path, { method: 'DELETE' })).status).toBe(404)
  })
})

describe('queries', () => {
  test('booleans in any letter case', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    for (const [written, rows] of [
      ['True', 0],
      ['TRUE', 0],
      ['true', 0],
      ['False', 3],
      ['fAlSe', 3],
    ] as const) {
      const { body } = await call(`${people}?is_service_account=${written}`)
      expect(body.results, written).toHaveLength(rows)
    }
    expect((await call(`${people}?is_service_account=1`)).status).toBe(422)
  })

  test('an address in the other form of its domain is the same address', async () => {
    const { id, owner } = await makeOrganization()
    await makeMember(id, 'collaborator', { email: 'li@例え.example' })
    await makeMember(id, 'collaborator', { email: 'oli@例え.example' })
    const { body } = await (await apiOf(owner))(`${people}?email=LI@xn--r8jz45g.example`)
    expect(body.results.map((row: { email: string }) => row.email)).toEqual(['li@例え.example'])
  })

  test('address and name together: whoever fits both', async () => {
    const { id, owner } = await makeOrganization()
    await makeMember(id, 'collaborator', { email: 'ann@halden.example', name: 'Ann Berg' })
    const call = await apiOf(owner)
    const found = async (name: string) =>
      (await call(`${people}?email=ann@halden.example&name=${name}`)).body.results.length
    expect([await found('berg'), await found('somebody')]).toEqual([1, 0])
  })

  test('the total of a name search counts everybody found, on each page', async () => {
    const { id, owner } = await makeOrganization()
    for (const name of ['Tom Li', 'Tom Li', 'Tom Lindqvist']) {
      await makeMember(id, 'collaborator', { name })
    }
    const call = await apiOf(owner)
    let token: string | null = ''
    let pages = 0
    do {
      const after: string = token ? `&paging_token=${token}` : ''
      const { body } = await call(`${people}?name=tom%20li&count=1${after}`)
      expect(body.metadata.total).toBe(3)
      token = body.metadata.next_paging_token
      pages++
    } while (token)
    expect(pages).toBe(3)
  })

  test('a made-up token is 422 at the field that the client knows', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    const moment = '2026-11-24T08:03:53.661Z'
    const tokens = {
      [people]: ['', 'null', 'made-up', place('a\0', 'b', 0, 0), place('a', 'b\0', 0, 0)],
      [invitations]: [
        place('a', 'b', 0, 0),
        place('-271821-04-20T00:00:00.000Z', 'b', 0, 0),
        place('+275760-09-13T00:00:00.000Z', 'b', 0, 0),
        place('0000-01-01T00:00:00.000Z', 'b', 0, 0),
        place(moment, '\0', 0, 0),
      ],
    }
    for (const [path, made] of Object.entries(tokens)) {
      for (const token of made) {
        const { status, body } = await call(`${path}?paging_token=${token}`)
        expect([status, body.errors?.[0].pointer], `${path} ${token}`).toEqual([
          422,
          '#/query/paging_token',
        ])
      }
    }
    expect((await call(`${people}?name=a&paging_token=exact.${tokens[people]?.[3]}`)).status).toBe(
      422,
    )
    expect((await call(`${invitations}?paging_token=${place(moment, 'b', 0, 0)}`)).status).toBe(200)
  })

  test('count=0 asks for the total alone, more than 50 is refused, nothing unknown is', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    const { body } = await call(`${people}?count=0`)
    expect(body).toEqual({ results: [], metadata: { total: 3, next_paging_token: null } })
    for (const count of ['51', '-1', '1e1', '', 'ten']) {
      expect((await call(`${people}?count=${count}`)).status, count).toBe(422)
    }
    // Of a key given twice the last counts.
    expect((await call(`${people}?count=3&count=1`)).body.results).toHaveLength(1)
    expect((await call(`${people}?surprise=1&__proto__=2&constructor=3`)).status).toBe(200)
  })
})

test('times carry microseconds and an offset', async () => {
  const { owner } = await makeOrganization()
  const { body } = await (await apiOf(owner))(`${people}?count=1`)
  expect(body.results[0].created_at).toMatch(/T\d\d:\d\d:\d\d\.\d{6}\+00:00$/)
})

test('every refusal names its request where the official client looks for it', async () => {
  const refused = await (await apiOf(null))('/userinfo/')
  expect(refused.headers.get('x-trace-id')).toBe('req_test')
})
