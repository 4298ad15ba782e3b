import { expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { makeOrganization } from '@/lib/testing/people'

const own = '/api/gatehouse/v1'

test('the organization of the key, in both slash forms; people only for those who may list them', async () => {
  const { id, owner, collaborator } = await makeOrganization()
  const call = await apiOf(owner, own)
  for (const path of ['/organization', '/organization/']) {
    const { status, body } = await call(path)
    expect(status, path).toBe(200)
    expect(body.result).toMatchObject({ id, name: expect.any(String), people: 3 })
    expect(Date.parse(body.result.created_at)).not.toBeNaN()
  }
  const few = await (await apiOf(collaborator, own))('/organization')
  expect([few.status, few.body.result.id]).toEqual([200, id])
  expect(few.body.result).not.toHaveProperty('people')
})

test('each prefix has its own operations and refuses alike', async () => {
  const { owner } = await makeOrganization()
  const v2 = await apiOf(owner)
  const gatehouse = await apiOf(owner, own)
  expect((await v2('/organization')).status).toBe(404)
  expect((await gatehouse('/userinfo/')).status).toBe(404)
  expect((await (await apiOf(null, own))('/organization')).status).toBe(401)
  const method = await gatehouse('/organization', { method: 'DELETE' })
  expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, PATCH'])
  for (const prefix of ['/api/gatehouse', '/api/gatehouse/v1', '/api/gatehouse/v2', '/api/v22']) {
    const { status, body } = await (await apiOf(owner, prefix))('')
    expect([status, body.code], prefix).toEqual([404, 'not_found'])
  }
})

test('it is renamed by owners, and a second writer is told', async () => {
  const { owner, collaborator } = await makeOrganization()
  const call = await apiOf(owner, own)
  const first = await call('/organization', { method: 'PATCH', body: { name: 'Halden AS' } })
  expect(first.body.result).toMatchObject({ name: 'Halden AS', version: 2 })
  const late = await call('/organization', {
    method: 'PATCH',
    body: { name: 'Halden Ltd', expected_version: 1 },
  })
  expect([late.status, late.body.code]).toEqual([409, 'stale'])
  const faulty = await call('/organization', { method: 'PATCH', body: { name: ' ' } })
  expect([faulty.status, faulty.body.errors[0].pointer]).toEqual([422, '#/name'])
  const refused = await (await apiOf(collaborator, own))('/organization', {
    method: 'PATCH',
    body: { name: 'Mine' },
  })
  expect(refused.status).toBe(403)
})
