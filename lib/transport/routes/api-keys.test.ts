import { describe, expect, test } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import { apiOf } from '@/lib/testing/api'
import { makeKey, makeOrganization, type TestMember } from '@/lib/testing/people'
import { makeAccount } from '@/lib/testing/service-accounts'

const isSentence = /^[^\n]+[.]$/
const keys = '/users/api_keys'

async function world() {
  const organization = await makeOrganization()
  const call = await apiOf(organization.collaborator)
  const post = (path: string, body: unknown, headers = {}) =>
    call(path, { method: 'POST', body, headers })
  const make = (body: unknown, headers = {}) => post('/users/create_api_key', body, headers)
  return { ...organization, call, post, make }
}

const userinfo = async (key: string) =>
  (await apiOf(null))('/userinfo/', { headers: { authorization: `Bearer ${key}` } })

async function named(member: TestMember, name: string, days = 0) {
  const { id } = await makeKey(member)
  const createdAt = new Date(Date.now() - days * 86_400_000)
  await inSystem((db) => db.apiKey.updateMany({ where: { id }, data: { name, createdAt } }))
  return id
}

describe('users/create_api_key', () => {
  test('a key of exactly that many seconds, for oneself, that works at once', async () => {
    const { make, call, collaborator } = await world()
    const { status, body } = await make({
      duration: 3_601,
      name: 'laptop',
      user_id: collaborator.userId,
    })
    expect(status).toBe(200)
    expect((await userinfo(body.result.server_session_id)).body.result.id).toBe(collaborator.userId)
    const [row] = (await call(`${keys}?name=LAP`)).body.results
    expect(row).toMatchObject({
      hex_hashed_id: body.result.api_key_id,
      display_id: `…${body.result.server_session_id.slice(-6)}`,
      name: 'laptop',
      created_by: collaborator.userId,
      revoked_at: null,
    })
    expect(Date.parse(row.expires_at) - Date.parse(row.created_at)).toBe(3_601_000)
    expect((await make({ duration: 2_592_000 })).status).toBe(200)
  })

  test('whoever else is named is refused alike: another, a stranger, nobody', async () => {
    const { make, owner, stranger } = await world()
    const answers = []
    for (const user_id of [owner.userId, stranger.userId, 'usr_unknown', owner.id]) {
      const { status, body } = await make({ duration: 3_600, user_id })
      answers.push([status, body.detail])
    }
    expect(new Set(answers.map(String)).size).toBe(1)
    expect(answers[0]).toEqual([
      403,
      expect.stringMatching(/^Only owners can make API keys for service accounts/),
    ])
  })

  test('a hundred years are cut to what the policy allows; an owner makes an account’s key', async () => {
    const { make, owner, collaborator } = await world()
    const own = (await make({ duration: 3_153_600_000 })).body.result
    const days = (at: string) => Math.round((Date.parse(at) - Date.now()) / 86_400_000)
    expect(days(own.expires_at)).toBe(30)
    const account = await makeAccount(owner)
    const asOwner = await apiOf(owner)
    const send = (body: object) => asOwner('/users/create_api_key', { method: 'POST', body })
    const { result } = (await send({ duration: 3_153_600_000, user_id: account.userId })).body
    expect(days(result.expires_at)).toBe(90)
    expect((await userinfo(result.server_session_id)).body.result.id).toBe(account.userId)
    const person = await send({ duration: 3_600, user_id: collaborator.userId })
    expect(person.status).toBe(404)
  })

  test('faults are told at their field', async () => {
    const { make } = await world()
    await make({ duration: 600, name: 'taken' })
    const cases: [unknown, string, RegExp][] = [
      [{ duration: 0 }, '#/duration', /at least a minute/],
      [{ duration: -1 }, '#/duration', /at least a minute/],
      [{ duration: 3_600.5 }, '#/duration', /whole number/],
      [{ duration: '3600' }, '#/duration', /./],
      [{}, '#/duration', /missing/],
      [{ duration: 600, name: 'taken' }, '#/name', /already/],
      [{ duration: 600, name: 'a\0' }, '#/name', /./],
      [{ duration: 600, name: 'a'.repeat(201) }, '#/name', /at most 200/],
      [{ duration: 600, user_id: 7 }, '#/user_id', /text/],
    ]
    for (const [body, pointer, sentence] of cases) {
      const answer = await make(body)
      expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([422, pointer])
      expect(answer.body.error.detail).toMatch(sentence)
      expect(answer.body.error.detail).toMatch(isSentence)
    }
    expect((await make({ duration: 600, name: null, user_id: null })).status).toBe(200)
  })

  test('a repeat is 409 with the id, and the secret is nowhere', async () => {
    const { make, id } = await world()
    const once = { 'idempotency-key': 'key-once' }
    const { server_session_id: secret, api_key_id } = (await make({ duration: 600 }, once)).body
      .result
    const again = await make({ duration: 600 }, once)
    expect([again.status, again.body.code]).toEqual([409, 'conflict'])
    expect(again.body.detail).toContain(api_key_id)
    const kept = await inSystem((db) =>
      db.idempotencyKey.findMany({ where: { organizationId: id } }),
    )
    expect(kept).toHaveLength(1)
    expect(JSON.stringify([kept, again.body])).not.toContain(secret)
  })
})

describe('users/api_keys', () => {
  test('newest first, page by page, by part of a name, ended ones too', async () => {
    const { call, collaborator, owner } = await world()
    await named(owner, 'Årnes of another')
    for (const [days, name] of ['Årnes', 'arnes two', 'bench', 'ÅRNES three'].entries()) {
      await named(collaborator, name, days + 1)
    }
    const revoked = await named(collaborator, 'arnes gone', 9)
    await call(`${keys}/${revoked}`, { method: 'DELETE' })
    const seen: string[] = []
    let token: string | null = ''
    do {
      const after: string = token ? `&paging_token=${token}` : ''
      const { body } = await call(`${keys}/?name=arnes&count=1${after}`)
      expect(body.metadata.total).toBe(4)
      seen.push(...body.results.map((row: { name: string }) => row.name))
      token = body.metadata.next_paging_token
    } while (token)
    expect(seen).toEqual(['Årnes', 'arnes two', 'ÅRNES three', 'arnes gone'])
    expect((await call(keys)).body.results).toHaveLength(6)
    expect((await call(`${keys}?count=0`)).body.metadata.total).toBe(6)
    for (const query of ['count=51', 'paging_token=x', 'name=%00', `name=${'a'.repeat(500)}`]) {
      expect((await call(`${keys}?${query}`)).status, query).toBe(422)
    }
  })

  test('revoking: at once, twice without harm; another’s key is as unknown as none', async () => {
    const { call, make, owner, stranger } = await world()
    const { server_session_id: key, api_key_id: id } = (await make({ duration: 600 })).body.result
    for (const form of [`${keys}/${id}`, `${keys}/${id}/`]) {
      expect((await call(form, { method: 'DELETE' })).status).toBe(204)
    }
    expect((await userinfo(key)).status).toBe(401)
    const theirs = await makeKey(owner)
    const unknown = [theirs.id, (await makeKey(stranger)).id, 'key_unknown', '%00']
    for (const other of unknown) {
      const { status, body } = await call(`${keys}/${other}`, { method: 'DELETE' })
      expect([status, body.detail]).toEqual([404, 'You have no such API key.'])
    }
    expect((await userinfo(theirs.key)).status).toBe(200)
  })

  test('revoking several: each has its own outcome, in one call', async () => {
    const { post, collaborator, owner } = await world()
    const [one, two, theirs] = [
      await makeKey(collaborator),
      await makeKey(collaborator),
      await makeKey(owner),
    ]
    const ids = [one.id, theirs.id, two.id, 'nonsense', one.id]
    const { status, body } = await post(`${keys}/revoke/`, { api_key_ids: ids })
    expect([status, body.result]).toEqual([
      200,
      {
        success_count: 3,
        failed_count: 2,
        total_requested: 5,
        failed_keys: [theirs.id, 'nonsense'].map((id) => ({
          api_key_id: id,
          error: 'You have no such API key.',
        })),
      },
    ])
    expect((await userinfo(one.key)).status).toBe(401)
    expect((await userinfo(theirs.key)).status).toBe(200)
    for (const wrong of [
      {},
      { api_key_ids: [] },
      { api_key_ids: one.id },
      { api_key_ids: [7] },
      { api_key_ids: ['a\0'] },
      { api_key_ids: Array(50_000).fill('key_x') },
    ]) {
      expect((await post(`${keys}/revoke`, wrong)).status).toBe(422)
    }
  })
})
