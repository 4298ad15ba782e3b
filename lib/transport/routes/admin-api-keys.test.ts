import { expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { makeKey, makeOrganization } from '@/lib/testing/people'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'

const keys = '/users/admin/api_keys'
const body = (body: object) => ({ method: 'POST', body })

async function world() {
  const organization = await makeOrganization()
  const account = await makeAccount(organization.owner)
  const made = {
    own: await makeKey(organization.collaborator),
    robot: await makeAccountKey(account),
    foreign: await makeKey(organization.stranger),
  }
  const call = await apiOf(organization.owner)
  const ids = async (query = '') =>
    (await call(`${keys}${query}`)).body.results.map(
      ({ hex_hashed_id }: { hex_hashed_id: string }) => hex_hashed_id,
    )
  return { ...organization, account, ...made, call, ids }
}

test('users/admin/api_keys: everybody’s, by holder and by maker; owners alone', async () => {
  const { collaborator, account, own, robot, foreign, ids } = await world()
  expect(await ids()).toEqual(expect.arrayContaining([own.id, robot.id]))
  expect(await ids()).not.toContain(foreign.id)
  expect(await ids(`?user_id=${account.userId}`)).toEqual([robot.id])
  expect(await ids(`?user_id=${collaborator.userId}`)).toEqual([own.id])
  expect(await ids(`?created_by=${collaborator.id}`)).toEqual([own.id])
  expect((await (await apiOf(collaborator))(keys)).status).toBe(403)
})

test('…/revoke and DELETE end anybody’s, and know none of another organization', async () => {
  const { own, robot, foreign, call } = await world()
  const { status, body: answer } = await call(`${keys}/revoke`, {
    ...body({ api_key_ids: [own.id, foreign.id] }),
  })
  expect([status, answer.result]).toEqual([
    200,
    {
      success_count: 1,
      failed_count: 1,
      total_requested: 2,
      failed_keys: [
        { api_key_id: foreign.id, error: 'There is no such API key in this organization.' },
      ],
    },
  ])
  expect((await call(`${keys}/${robot.id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await call(`${keys}/${foreign.id}`, { method: 'DELETE' })).status).toBe(404)
})

test('organizations/api_key_expiration: one number for both, people’s never longer by it', async () => {
  const { call, collaborator, owner } = await world()
  const at = '/organizations/api_key_expiration'
  const put = (body: object) => call(at, { method: 'PUT', body })
  expect((await call(at)).body.result).toEqual({ max_api_key_expiration_days: 90 })
  expect((await put({ max_api_key_expiration_days: 7 })).body.result).toEqual({
    max_api_key_expiration_days: 7,
  })
  const policy = async () =>
    (await (await apiOf(owner, '/api/gatehouse/v1'))('/policy')).body.result
  expect(await policy()).toMatchObject({ person_key_days: 7, account_key_days: 7 })
  expect((await put({})).status).toBe(200)
  expect(await policy()).toMatchObject({ person_key_days: 7, account_key_days: null })
  expect((await put({ max_api_key_expiration_days: 90 })).status).toBe(200)
  expect(await policy()).toMatchObject({ person_key_days: 7, account_key_days: 90 })
  expect((await put({ max_api_key_expiration_days: 0 })).status).toBe(422)
  expect((await (await apiOf(collaborator))(at)).status).toBe(403)
})
