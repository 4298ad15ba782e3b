import { expect, test } from 'vitest'
import type { AskedCeiling } from '@/lib/modules/api-keys/api-key'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { apiOf } from '@/lib/testing/api'
import { as, makeKey, makeOrganization } from '@/lib/testing/people'
import { makeCloud } from '@/lib/testing/resources'
import { makeAccount } from '@/lib/testing/service-accounts'

test('made with a ceiling, read, and rotated over HTTP', async () => {
  const { owner } = await makeOrganization()
  const cloud = await makeCloud(owner)
  const account = await makeAccount(owner)
  const call = await apiOf(owner, '/api/gatehouse/v1')
  const post = (path: string, body: object, headers = {}) =>
    call(path, { method: 'POST', body, headers })
  const ceiling = { read_only: true, clouds: [cloud.id] }
  const once = { 'idempotency-key': 'key-once' }
  const making = { name: 'ci', service_account_id: account.id, ceiling, duration_seconds: 3_600 }
  const made = await post('/api_keys/', making, once)
  expect(made.status).toBe(201)
  expect(made.body.result).toMatchObject({
    key: expect.stringMatching(/^agh_sa_/),
    api_key: { name: 'ci', ceiling, replaces_id: null },
  })
  const { id } = made.body.result.api_key
  const again = await post('/api_keys/', making, once)
  expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining(id)])
  const read = await call(`/api_keys/${id}`)
  expect(read.body.result).toMatchObject({
    holder: { id: account.id, is_service_account: true },
    made_by: { id: owner.id },
    asked_seconds: null,
    calls: [],
  })
  const rotated = await post(`/api_keys/${id}/rotate`, { overlap_seconds: 0 })
  expect(rotated.body.result).toMatchObject({
    api_key: { name: 'ci', ceiling, replaces_id: id },
    old: { id, revoked_at: expect.any(String) },
  })
  const wrong = await post('/api_keys/', { ceiling: { clouds: [] } })
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '#/ceiling/clouds'])
  const long = await post('/api_keys/', { name: 'long', duration_seconds: 90 * 86_400 })
  expect([long.status, long.body.errors[0].pointer]).toEqual([422, '#/duration_seconds'])
  const word = await post('/api_keys/', { ceiling: { permissions: ['member.fly'] } })
  expect([word.status, word.body.detail]).toEqual([
    422,
    'There is no such permission as member.fly.',
  ])
})

test('a key that may less is no repeat of one that may more', async () => {
  const { owner } = await makeOrganization()
  const call = await apiOf(null, '/api/gatehouse/v1')
  const keyWith = async (ceiling?: AskedCeiling) =>
    (await as(owner).run(createApiKey, { ceiling })).key
  const create = (key: string) =>
    call('/service-accounts/', {
      method: 'POST',
      body: { name: 'once' },
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': 'one' },
    })
  const [first, second] = [await keyWith(), await keyWith()]
  const made = await create(first)
  expect(made.status).toBe(201)
  expect((await create(second)).body).toEqual(made.body)
  expect((await create(await keyWith({ readOnly: true }))).status).toBe(403)
})

test('what is named in the path or the query is a part of what is repeated', async () => {
  const { owner } = await makeOrganization()
  const [first, second] = [await makeKey(owner), await makeKey(owner)]
  const headers = { 'idempotency-key': 'again' }
  const call = await apiOf(owner, '/api/gatehouse/v1')
  const rotate = (id: string) =>
    call(`/api_keys/${id}/rotate`, { method: 'POST', body: {}, headers })
  expect((await rotate(first.id)).status).toBe(200)
  const other = await rotate(second.id)
  expect([other.status, other.body.detail]).toEqual([
    409,
    expect.stringContaining('something else'),
  ])
  const create = async (name: string) =>
    (await apiOf(owner))(`/users/service_accounts?name=${name}`, { method: 'POST', headers })
  expect((await create('one')).status).toBe(200)
  expect((await create('one')).status).toBe(200)
  expect((await create('two')).status).toBe(409)
})
