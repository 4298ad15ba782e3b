import { expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { makeOrganization } from '@/lib/testing/people'
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
