import { describe, expect, test } from 'vitest'
import { password, signIn, someAddress } from '@/lib/testing/accounts'
import { apiOf } from '@/lib/testing/api'
import { makeOrganization } from '@/lib/testing/people'

const path = '/users/admin_batch_create'
const isSentence = /^[^\n]+[.]$/
const person = (more = {}) => ({
  name: 'Ann',
  email: someAddress(),
  is_sso_user: false,
  password,
  ...more,
})

async function world() {
  const organization = await makeOrganization()
  const call = await apiOf(organization.owner)
  const post = (body: unknown, headers = {}) => call(path, { method: 'POST', body, headers })
  const count = async () => (await call('/organization_collaborators/')).body.results.length
  return { ...organization, call, post, count }
}

describe('users/admin_batch_create', () => {
  test('answers each person as sent; they are collaborators who sign in', async () => {
    const { post, call } = await world()
    const full = person({ lastname: 'Berg', title: 'Dr.' })
    const { status, body } = await post([full, person({ lastname: null, title: null })])
    expect(status).toBe(200)
    expect(body.results[0]).toEqual({
      user_id: expect.stringMatching(/^usr_/),
      email: full.email,
      name: 'Ann',
      lastname: 'Berg',
      title: null,
      created_at: expect.stringMatching(/\+00:00$/),
      is_sso_user: false,
    })
    expect(body).not.toHaveProperty('metadata')
    expect(JSON.stringify(body)).not.toContain(password)
    const { result } = (await call(`/organization_collaborators/${body.results[0].user_id}`)).body
    expect(result).toMatchObject({ full_name: 'Ann Berg', base_role: 'collaborator' })
    await signIn(full.email)
  })

  test('a member already is 400 and named; nobody else of the call was added', async () => {
    const { post, count, collaborator } = await world()
    const { status, body } = await post([person(), person({ email: collaborator.email })])
    expect([status, body.code]).toEqual([400, 'already_member'])
    expect(body.error.detail).toContain(collaborator.email)
    expect(await count()).toBe(3)
  })

  test('each fault stands at its field', async () => {
    const { post, count } = await world()
    const twice = someAddress()
    const cases: [unknown, string][] = [
      [[person({ password: 'short' })], '#/0/password'],
      [[person(), person({ password: undefined })], '#/1/password'],
      [[person({ password: null })], '#/0/password'],
      [[person({ is_sso_user: true, password: null })], '#/0/is_sso_user'],
      [[person({ is_sso_user: 'false' })], '#/0/is_sso_user'],
      [[person({ email: 'nonsense' })], '#/0/email'],
      [[person({ email: 'a\0@b.example' })], '#/0/email'],
      [[person({ name: ' ' })], '#/0/name'],
      [[person({ name: 7 })], '#/0/name'],
      [[person({ email: twice }), person({ email: ` ${twice}` })], '#/1/email'],
      [[], '#'],
      [Array.from({ length: 101 }, () => person()), '#'],
      [Array(20_000).fill(null), '#'],
      [{ people: [person()] }, '#'],
      [null, '#'],
    ]
    for (const [body, pointer] of cases) {
      const answer = await post(body)
      expect([answer.status, answer.body.errors?.[0].pointer], pointer).toEqual([422, pointer])
      expect(answer.body.error.detail).toMatch(isSentence)
    }
    expect(await count()).toBe(3)
  })

  test('collaborators are refused, in both slash forms; a repeat with a key adds nobody', async () => {
    const { post, count, collaborator } = await world()
    const few = await apiOf(collaborator)
    for (const form of [path, `${path}/`]) {
      const refused = await few(form, { method: 'POST', body: [person()] })
      expect([refused.status, refused.body.detail]).toEqual([
        403,
        'Only owners can add people without an invitation.',
      ])
    }
    const body = [person()]
    const key = { 'idempotency-key': 'once' }
    expect(await post(body, key)).toMatchObject({ status: 200 })
    expect((await post(body, key)).status).toBe(200)
    expect(await count()).toBe(4)
  })

  test('a hundred people at once', async () => {
    const { post, count } = await world()
    const { status, body } = await post(Array.from({ length: 100 }, () => person()))
    expect([status, body.results.length, await count()]).toEqual([200, 100, 103])
  }, 90_000)
})
