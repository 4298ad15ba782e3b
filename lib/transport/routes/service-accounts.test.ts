import { beforeAll, describe, expect, test } from 'vitest'
import { isKeyLive } from '@/lib/testing/accounts'
import { apiOf } from '@/lib/testing/api'
import { makeOrganization, type TestOrganization } from '@/lib/testing/people'
import { bindToCloud, makeCloud } from '@/lib/testing/resources'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'

let organization: TestOrganization
let call: Awaited<ReturnType<typeof apiOf>>
beforeAll(async () => {
  organization = await makeOrganization()
  call = await apiOf(organization.owner)
})

const people = '/organization_collaborators/'
const emailOf = (name: string) => `${name}@org-${organization.id.slice(4)}.serviceaccount.com`

test('POST users/service_accounts creates one, as the official client asks', async () => {
  const { status, body } = await call('/users/service_accounts?name=ci', { method: 'POST' })
  expect(status).toBe(200)
  expect(body.result).toEqual({
    id: expect.stringMatching(/^ide_/),
    user_id: expect.stringMatching(/^usr_/),
    name: 'ci',
    organization_id: organization.id,
    email: emailOf('ci'),
    permission_level: 'collaborator',
    created_at: expect.stringMatching(/\+00:00$/),
  })
  const taken = await call('/users/service_accounts?name=CI', { method: 'POST' })
  expect([taken.status, taken.body.error.detail]).toEqual([422, expect.stringMatching(/already/)])
  for (const query of ['', '?name=', '?name=a%20b'])
    expect((await call(`/users/service_accounts${query}`, { method: 'POST' })).status).toBe(422)
  const other = await apiOf(organization.collaborator)
  const refused = await other('/users/service_accounts?name=mine', { method: 'POST' })
  expect([refused.status, refused.body.error.detail]).toEqual([
    403,
    'Only owners can create service accounts.',
  ])
})

describe('among collaborators', () => {
  test('by both filters, by name and by email; people alone without one', async () => {
    const account = await makeAccount(organization.owner, { name: 'Filtered' })
    const found = async (query: string) =>
      (await call(`${people}?${query}`)).body.results.map(({ id }: { id: string }) => id)
    for (const query of [
      'is_service_account=True&count=50&name=Filtered',
      `is_service_account=True&count=50&email=${encodeURIComponent(account.email)}`,
      'collaborator_type=only_service_accounts&is_service_account=False&name=filt',
    ])
      expect(await found(query), query).toEqual([account.id])
    for (const query of ['', 'collaborator_type=only_user_accounts', 'name=Filtered'])
      expect(await found(query), query).not.toContain(account.id)
    const all = await call(`${people}?collaborator_type=all_accounts&is_service_account=False`)
    const rows = all.body.results as { is_service_account: boolean; id: string }[]
    expect(rows.find(({ id }) => id === account.id)).toMatchObject({
      is_service_account: true,
      permission_level: 'collaborator',
      base_role: 'collaborator',
    })
    expect(all.body.metadata.total).toBe(rows.length)
    const one = await call(`${people}${account.userId}`)
    expect(one.body.result).toMatchObject({ id: account.id, email: account.email })
  })

  test('its organization role is not changed: 403', async () => {
    const account = await makeAccount(organization.owner)
    const level = { method: 'PUT', body: { permission_level: 'owner' } }
    const roles = { method: 'PUT', body: { base_role: 'owner', additional_roles: [] } }
    for (const answer of [
      await call(`${people}${account.id}`, level),
      await call(`${people}${account.userId}/roles`, roles),
    ]) {
      expect(answer.status).toBe(403)
      expect(answer.body.error.detail).toMatch(/always a collaborator/)
      expect(answer.body.error.detail).not.toMatch(/your own|Policy API/)
    }
  })

  test('DELETE by id deletes it with its keys; others may not', async () => {
    const account = await makeAccount(organization.owner)
    const { key } = await makeAccountKey(account)
    const other = await apiOf(organization.collaborator)
    const gone = { method: 'DELETE' }
    expect((await other(`${people}${account.id}`, gone)).status).toBe(403)
    expect(await isKeyLive(key)).toBe(true)
    expect((await call(`${people}${account.id}`, gone)).status).toBe(204)
    expect(await isKeyLive(key)).toBe(false)
    expect((await call(`${people}${account.id}`, gone)).status).toBe(404)
    await expect(organization).toHaveRecorded('service_account.deleted')
  })

  test('a key of it says whom it stands for, and it is given a cloud by its email', async () => {
    const account = await makeAccount(organization.owner, { name: 'caller' })
    const own = await apiOf(account as never)
    const { body } = await own('/userinfo/')
    expect(body.result).toMatchObject({
      id: account.userId,
      email: account.email,
      organization_permission_level: 'collaborator',
    })
    const cloud = await makeCloud(organization.owner)
    const added = await call(`/clouds/${cloud.id}/collaborators/users`, {
      method: 'POST',
      body: { email: account.email, permission_level: 'write' },
    })
    expect([200, 204]).toContain(added.status)
    const report = await call('/scim/list-user-permissions')
    expect(JSON.stringify(report.body)).toContain(account.userId)
  })
})

test('the console’s own API: create, list, read, change, disable, enable, delete', async () => {
  const api = await apiOf(organization.owner, '/api/gatehouse/v1')
  const at = '/service-accounts/'
  const named = { name: 'robot', description: 'Benchmarks.' }
  const made = await api(at, { method: 'POST', body: named })
  expect(made.status).toBe(201)
  expect(made.body.result).toMatchObject({ ...named, email: emailOf('robot'), keys: 0 })
  const one = `${at}${made.body.result.id}`
  const list = await api(`${at}?search=robo&state=enabled&sort=used&order=descending`)
  expect(list.body.results.map(({ id }: { id: string }) => id)).toEqual([made.body.result.id])
  expect(list.body.metadata).toEqual({ total: 1, next_paging_token: null })
  expect((await api(one)).body.result).toEqual(made.body.result)
  const renamed = await api(one, {
    method: 'PATCH',
    body: { name: 'robot-2', expected_version: 1 },
  })
  expect(renamed.body.result).toMatchObject({ email: emailOf('robot-2'), version: 2 })
  const stale = await api(one, { method: 'PATCH', body: { name: 'robot-3', expected_version: 1 } })
  expect([stale.status, stale.body.code]).toEqual([409, 'stale'])
  expect((await api(`${one}/disable`, { method: 'POST' })).body.result.disabled_at).not.toBeNull()
  expect((await api(`${one}/enable`, { method: 'POST' })).body.result.disabled_at).toBeNull()
  expect((await api(one, { method: 'DELETE' })).status).toBe(204)
  expect((await api(one)).body.result.ended_at).not.toBeNull()
  expect((await api(`${one}/disable`, { method: 'POST' })).status).toBe(404)
  expect((await api(`${at}ide_unknown`)).status).toBe(404)
})

test('what a cloud lists among its members is an account with its address', async () => {
  const account = await makeAccount(organization.owner)
  const cloud = await makeCloud(organization.owner)
  await bindToCloud(account, cloud)
  const path = `/clouds/${cloud.id}/collaborators/users/search?count=50`
  const { body } = await call(path, { method: 'POST', body: {} })
  expect(body.results).toMatchObject([{ id: account.id, value: { email: account.email } }])
})
