import { beforeAll, describe, expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { makeOrganization, type TestOrganization } from '@/lib/testing/people'
import { makeAccount, type TestAccount } from '@/lib/testing/service-accounts'
import { newKeyText, rule } from '@/lib/testing/tokens'

type Call = Awaited<ReturnType<typeof apiOf>>
let organization: TestOrganization
let account: TestAccount
let call: Call
const prefix = '/api/gatehouse/v1'
beforeAll(async () => {
  organization = await makeOrganization()
  account = await makeAccount(organization.owner)
  call = await apiOf(organization.owner, prefix)
})

const at = (path: string) => `/service-accounts/${account.id}/${path}`
const rules = () => at('trust-rules/')
const make = async (given: object = {}) => {
  const { status, body } = await call(rules(), { method: 'POST', body: { ...rule, ...given } })
  expect(status).toBe(201)
  return body.result
}
const errorOf = ({ status, body }: Awaited<ReturnType<Call>>) => [status, body.errors?.[0]?.pointer]

describe('trust rules', () => {
  test('made, read, listed, changed in part, deleted', async () => {
    const made = await make({ claims: { environment: 'production' }, seconds: 300 })
    expect(made).toEqual({
      ...rule,
      id: expect.stringMatching(/^tr_/),
      service_account_id: account.id,
      claims: { environment: 'production' },
      jwks: '',
      seconds: 300,
      enabled: true,
      created_at: expect.stringMatching(/\+00:00$/),
      last_used_at: null,
      version: 1,
    })
    const one = `/trust-rules/${made.id}`
    expect((await call(one)).body.result).toEqual(made)
    const list = await call(rules())
    expect(list.body.results).toContainEqual(made)
    expect(list.body.metadata).toEqual({
      total: list.body.results.length,
      next_paging_token: null,
    })
    const change = (body: object) => call(one, { method: 'PATCH', body })
    const off = await change({ enabled: false, expected_version: 1 })
    expect(off.body.result).toEqual({ ...made, enabled: false, version: 2 })
    const stale = await change({ name: 'Late', expected_version: 1 })
    expect([stale.status, stale.body.code]).toEqual([409, 'stale'])
    expect(errorOf(await change({ subject: 'repo:*' }))).toEqual([422, '#/subject'])
    expect(errorOf(await change({ issuer: 'http://issuer.example' }))).toEqual([422, '#/issuer'])
    expect((await call(one)).body.result.version).toBe(2)
    expect((await call(one, { method: 'DELETE' })).status).toBe(204)
    expect((await call(one)).status).toBe(404)
  })

  test('pasted keys stay when something else is changed, and go when they are emptied', async () => {
    const jwks = JSON.stringify({ keys: [JSON.parse(newKeyText)] })
    const { id, ...made } = await make({ issuer: 'https://cluster.internal', jwks })
    const change = (body: object) => call(`/trust-rules/${id}`, { method: 'PATCH', body })
    expect(JSON.parse(made.jwks)).toEqual(JSON.parse(jwks))
    expect((await change({ seconds: 600 })).body.result).toMatchObject({
      jwks: made.jwks,
      seconds: 600,
      claims: {},
    })
    expect(errorOf(await change({ jwks: '{"keys": []}' }))).toEqual([422, '#/jwks'])
    expect((await change({ jwks: '' })).body.result.jwks).toBe('')
    // Those of one issuer never speak for another.
    await change({ jwks })
    const moved = await change({ issuer: 'https://other.internal' })
    expect(moved.body.result).toMatchObject({ issuer: 'https://other.internal', jwks: '' })
  })

  test('which would match a token, and why the others would not', async () => {
    const exact = await make({ name: 'exact', audience: 'tested' })
    const other = await make({ name: 'other', audience: 'tested', subject: 'repo:halden/x:y' })
    const { issuer: iss } = rule
    const ask = (token: string) => call(at('trust-rules/test'), { method: 'POST', body: { token } })
    const claims = { iss, aud: 'tested', sub: rule.subject.replace('*', 'main'), exp: 1_000 }
    const jwt = `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`
    for (const token of [JSON.stringify(claims), jwt]) {
      const { match, expired, rules } = (await ask(token)).body.result
      expect([match, expired]).toEqual([{ id: exact.id, name: 'exact' }, true])
      const why = rules.find(({ id }: { id: string }) => id === other.id)
      expect(why).toMatchObject({ enabled: true, matches: false })
      expect(why.checks.filter(({ fits }: { fits: boolean }) => !fits)).toEqual([
        { what: 'subject', name: 'sub', wanted: other.subject, found: claims.sub, fits: false },
      ])
    }
    expect((await ask('{"sub": "x"}')).body.result.match).toBeNull()
    const deep = `{"aud": ${'['.repeat(7_900)}${']'.repeat(7_900)}}`
    expect((await ask(deep)).body.result).toMatchObject({ match: null })
    expect(errorOf(await ask('no token'))).toEqual([422, '#/token'])
  })
})

test('public keys: added once, listed, removed; a private one is refused', async () => {
  const keys = at('client-keys/')
  const add = (public_key: string) =>
    call(keys, { method: 'POST', body: { name: 'builder', public_key } })
  const made = await add(newKeyText)
  expect(made.status).toBe(201)
  expect(made.body.result).toMatchObject({ service_account_id: account.id, kty: 'EC' })
  expect((await call(keys)).body.results).toEqual([made.body.result])
  expect(errorOf(await add(newKeyText))).toEqual([409, '#/public_key'])
  expect(errorOf(await add('{"kty": "EC", "d": "x"}'))).toEqual([422, '#/public_key'])
  const one = `/client-keys/${made.body.result.id}`
  expect((await call(one, { method: 'DELETE' })).status).toBe(204)
  expect((await call(one, { method: 'DELETE' })).status).toBe(404)
  expect((await call(keys)).body.metadata.total).toBe(0)
})

test('the OAuth client: what it needs, and how long its tokens live', async () => {
  const client = at('oauth-client')
  const found = (await call(client)).body.result
  expect(found).toMatchObject({ client_id: account.userId, tokens: 0 })
  const change = (token_seconds: number) =>
    call(client, { method: 'PATCH', body: { token_seconds } })
  expect((await change(1_800)).body.result).toEqual({ ...found, token_seconds: 1_800 })
  expect(errorOf(await change(60))).toEqual([422, '#/token_seconds'])
  const ended = await call(`${client}/end_tokens`, { method: 'POST' })
  expect(ended.body.result).toEqual({ ended: 0 })
})

test('others than owners may not, another organization finds nothing, a narrow key lets nobody in', async () => {
  const { id } = await make()
  const [few, strange] = [
    await apiOf(organization.collaborator, prefix),
    await apiOf(organization.stranger, prefix),
  ]
  const change = { method: 'PATCH', body: { enabled: false } }
  for (const [path, options] of [
    [rules(), {}],
    [at('client-keys/'), {}],
    [`/trust-rules/${id}`, {}],
    [`/trust-rules/${id}`, change],
    [`/trust-rules/${id}`, { method: 'DELETE' }],
    [at('trust-rules/test'), { method: 'POST', body: { token: '{}' } }],
  ] as const) {
    expect((await few(path, options)).status, path).toBe(403)
    expect((await strange(path, options)).status, path).toBe(404)
  }
  expect((await call(`/trust-rules/${id}`)).body.result.enabled).toBe(true)

  const ceiling = { permissions: ['trust.list', 'trust.change'] }
  const narrow = await call('/api_keys/', { method: 'POST', body: { name: 'narrow', ceiling } })
  const headers = { authorization: `Bearer ${narrow.body.result.key}` }
  expect((await call(rules(), { headers })).status).toBe(200)
  const refused = await call(rules(), { method: 'POST', headers, body: rule })
  expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
})
