import { beforeAll, describe, expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { makeMember, makeOrganization, type TestOrganization } from '@/lib/testing/people'

const path = '/organization_collaborators/search'
let organization: TestOrganization
let call: Awaited<ReturnType<typeof apiOf>>

beforeAll(async () => {
  organization = await makeOrganization()
  const { id, owner } = organization
  for (const [name, email] of [
    ['Tom Li', 'tom@halden.example'],
    ['Tom Li', 'tom.li@halden.example'],
    ['Tom Lindqvist', 'tl@halden.example'],
    ['Ann Berg', 'ann@例え.example'],
    ['tom@halden.example', 'named.like@halden.example'],
  ]) {
    await makeMember(id, 'collaborator', { name, email })
  }
  call = await apiOf(owner)
})

const search = (body: unknown, query = '') => call(`${path}${query}`, { method: 'POST', body })
type Row = { name: string; email: string }

/** Every page, one row at a time: what stands in them, and the total of each. */
async function everything(name_or_email: unknown, count: number) {
  const [emails, totals]: [string[], Set<number>] = [[], new Set()]
  let token: string | null = ''
  do {
    const after: string = token ? `&paging_token=${token}` : ''
    const { body } = await search({ name_or_email }, `?count=${count}${after}`)
    emails.push(...body.results.map((row: Row) => row.email))
    totals.add(body.metadata.total)
    token = body.metadata.next_paging_token
    expect(token).not.toBe('')
  } while (token)
  return { emails: emails.sort(), totals: [...totals] }
}

describe('organization_collaborators/search', () => {
  const cases: [string, unknown, string[]][] = [
    ['part of a name', { contains: 'TOM LI' }, ['tl', 'tom', 'tom.li']],
    ['part of an address', { contains: 'tom.li@' }, ['tom.li']],
    ['a whole name', { equals: 'tom li' }, ['tom', 'tom.li']],
    ['a whole address, or a name like it', { equals: 'TOM@halden.example' }, ['named.like', 'tom']],
    ['the other form of a domain', { equals: 'ann@xn--r8jz45g.example' }, ['ann']],
    ['part, and not the whole', { contains: 'tom', not_equal: 'Tom Li' }, ['named.like', 'tl']],
    ['both', { equals: 'Tom Li', contains: 'tom.li' }, ['tom.li']],
    ['what excludes itself', { equals: 'Tom Li', not_equal: 'Tom Li' }, []],
    ['a wildcard is a letter', { contains: 'tom%li' }, []],
    ['nobody', { equals: 'nobody' }, []],
  ]
  test.each(cases)('%s', async (_, query, expected) => {
    for (const count of [1, 2, 50]) {
      const { emails, totals } = await everything(query, count)
      expect(emails.map((email) => email.split('@')[0]).sort()).toEqual(expected)
      expect(totals).toEqual([expected.length])
    }
  })

  test('without a query everybody, without a type people only', async () => {
    for (const body of [
      {},
      { name_or_email: null, collaborator_type: null },
      { name_or_email: {} },
    ]) {
      expect((await search(body)).body.results).toHaveLength(8)
    }
    const accounts = await search({ collaborator_type: 'only_service_accounts' })
    expect(accounts.body.results).toEqual([])
    const rest = await everything({ not_equal: 'Tom Li' }, 3)
    expect([rest.emails.length, rest.totals]).toEqual([6, [6]])
    expect((await search({}, '?count=0')).body).toEqual({
      results: [],
      metadata: { total: 8, next_paging_token: null },
    })
  })

  test('both slash forms; strangers see none of it; collaborators are refused', async () => {
    const { stranger, collaborator } = organization
    expect((await call(`${path}/`, { method: 'POST', body: {} })).status).toBe(200)
    const theirs = await apiOf(stranger)
    const found = await theirs(path, {
      method: 'POST',
      body: { name_or_email: { contains: 'tom' } },
    })
    expect(found.body).toEqual({ results: [], metadata: { total: 0, next_paging_token: null } })
    const few = await (await apiOf(collaborator))(path, { method: 'POST', body: {} })
    expect(few.status).toBe(403)
  })

  test.each<[string, unknown, number]>([
    ['a text', { name_or_email: 'tom' }, 422],
    ['a number', { name_or_email: { contains: 7 } }, 422],
    ['U+0000', { name_or_email: { contains: 'a\0' } }, 422],
    ['1,000 characters', { name_or_email: { equals: 'a'.repeat(1_000) } }, 422],
    ['another type', { collaborator_type: 'all' }, 422],
    ['a list', [], 422],
    ['unknown fields', { nothing: 1, name_or_email: { starts_with: 'a' } }, 200],
  ])('%s', async (_, body, status) => {
    const answer = await search(body)
    expect(answer.status).toBe(status)
    if (status === 422) expect(answer.body.error.detail).toMatch(/^[^\n]+\.$/)
  })
})

describe('organization_collaborators/{id}/roles', () => {
  const roles = (id: string) => `/organization_collaborators/${id}/roles`
  const put = (id: string, base_role: unknown, additional_roles: unknown = []) =>
    call(roles(id), { method: 'PUT', body: { base_role, additional_roles } })

  test('changes the role by user id, and by identity id; every reading agrees at once', async () => {
    const { collaborator } = organization
    const { id, userId, email } = collaborator
    for (const [by, role] of [
      [userId, 'owner'],
      [`${userId}/`, 'owner'],
      [id, 'collaborator'],
    ] as const) {
      expect((await put(by.replace('/', ''), role)).status).toBe(204)
      const single = (await call(`/organization_collaborators/${userId}`)).body.result
      const listed = (await call(`/organization_collaborators/?email=${email}`)).body.results[0]
      for (const row of [single, listed]) {
        expect(row).toMatchObject({ base_role: role, permission_level: role, additional_roles: [] })
      }
    }
  })

  test('limits are kept in the order sent, each once, and end when they are left out', async () => {
    const { collaborator } = organization
    const limits = ['image_reader_no_base_images', 'image_reader', 'image_reader']
    const read = async () => (await call(`/organization_collaborators/${collaborator.userId}`)).body
    expect((await put(collaborator.userId, 'collaborator', limits)).status).toBe(204)
    expect((await read()).result.additional_roles).toEqual(limits.slice(0, 2))
    expect((await put(collaborator.userId, 'collaborator')).status).toBe(204)
    expect((await read()).result.additional_roles).toEqual([])
  })

  test('refusals: oneself, a stranger, a wrong word', async () => {
    const { owner, stranger } = organization
    const own = await put(owner.userId, 'collaborator')
    expect([own.status, own.body.error.detail]).toEqual([403, expect.stringMatching(/your own/)])
    const legacy = await call(`/organization_collaborators/${owner.id}`, {
      method: 'PUT',
      body: { permission_level: 'collaborator' },
    })
    expect([legacy.status, legacy.body.detail]).toEqual([403, expect.stringMatching(/your own/)])
    for (const id of [stranger.userId, stranger.id, 'usr_unknown', 'x'.repeat(200)]) {
      const { status, body } = await put(id, 'collaborator')
      expect([status, body.detail]).toEqual([404, 'There is no such member in this organization.'])
    }
    for (const body of [
      { base_role: 'admin', additional_roles: [] },
      { base_role: 'owner' },
      { base_role: 'owner', additional_roles: 'none' },
      { base_role: 'owner', additional_roles: Array(5_000).fill('image_reader') },
      { base_role: 'owner', additional_roles: ['root'] },
    ]) {
      const answer = await call(roles(owner.userId), { method: 'PUT', body })
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid_input'])
    }
  })
})
