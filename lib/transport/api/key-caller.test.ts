import { expect, test } from 'vitest'
import { sha256 } from '@/lib/platform/crypto/hash'
import { inSystem } from '@/lib/platform/db/doors'
import { once } from '@/lib/platform/once'
import { apiOf } from '@/lib/testing/api'
import { makeKey, makeOrganization, type TestMember } from '@/lib/testing/people'

const buckets = () => once('rate-limit.keys', () => new Map<string, { left: number; at: number }>())

/** A key whose public half is known and whose secret is not the one that was made. */
async function withAnotherSecret(member: TestMember) {
  const { key } = await makeKey(member)
  const secretHash = sha256('another')
  await inSystem((db) =>
    db.apiKey.updateMany({ where: { publicId: key.slice(8, 20) }, data: { secretHash } }),
  )
  return key
}

test('a key that asked too often is told when to come back, and no other key is', async () => {
  const { owner, collaborator } = await makeOrganization()
  const { key } = await makeKey(owner)
  const call = await apiOf(null)
  const as = (key: string) => call('/userinfo/', { headers: { authorization: `Bearer ${key}` } })
  expect((await as(key)).status).toBe(200)
  buckets().set(sha256(key), { left: 0, at: Date.now() + 60_000 })
  const refused = await as(key)
  expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited', retry_after: 1 } })
  expect(refused.headers.get('retry-after')).toBe('1')
  const other = await makeKey(collaborator)
  expect((await as(other.key)).status).toBe(200)
})

test('who has no valid key learns nothing, whatever else is wrong with the request', async () => {
  const { owner } = await makeOrganization()
  const { key } = await makeKey(owner)
  const call = await apiOf(null)
  const unknown = { authorization: `Bearer ${await withAnotherSecret(owner)}` }
  const good = { authorization: `Bearer ${key}` }
  for (const [path, method, body, status] of [
    ['/organization_collaborators/?count=1000', 'GET', undefined, 422],
    ['/organization_collaborators/?paging_token=x', 'GET', undefined, 422],
    ['/organization_invitations/', 'POST', { email: 1 }, 422],
    ['/clouds/', 'GET', undefined, 200],
    ['/organization_collaborators/ide_unknown', 'PUT', { permission_level: 'owner' }, 404],
  ] as const) {
    expect((await call(path, { method, body, headers: unknown })).status, path).toBe(401)
    expect((await call(path, { method, body, headers: good })).status, path).toBe(status)
  }
})

test('an Idempotency-Key is looked up for nobody but the holder of a key', async () => {
  const { owner } = await makeOrganization()
  const { key } = await makeKey(owner)
  const call = await apiOf(null)
  const create = (key: string) =>
    call('/organization_invitations/', {
      method: 'POST',
      body: { email: 'once@halden.example' },
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': 'one' },
    })
  expect((await create(key)).status).toBe(200)
  expect((await create(await withAnotherSecret(owner))).status).toBe(401)
})
