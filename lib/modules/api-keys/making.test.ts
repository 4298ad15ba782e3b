import { describe, expect, test } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import { apiOf } from '@/lib/testing/api'
import { as, eventsOf, makeKey, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, makeCloud, makeProject } from '@/lib/testing/resources'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'
import { createApiKey } from './commands/create-api-key'
import { createApiKeyForAccount } from './commands/create-api-key-for-account'
import { revokeApiKeysOfAccount } from './commands/revoke-api-keys-of-account'
import { rotateApiKey } from './commands/rotate-api-key'
import { readApiKey } from './queries/read-api-key'

const DAY = 86_400
const policyOf = (organizationId: string, data: object) =>
  inSystem((db) =>
    db.organizationPolicy.upsert({
      where: { organizationId },
      create: { organizationId, ...data },
      update: data,
    }),
  )
const lives = ({ createdAt, expiresAt }: { createdAt: string; expiresAt: string | null }) =>
  expiresAt && (Date.parse(expiresAt) - Date.parse(createdAt)) / 1_000
const call = await apiOf(null)
const userinfo = async (key: string, path = '/userinfo/') =>
  (await call(path, { headers: { authorization: `Bearer ${key}` } })).status

describe('the life of a key', () => {
  test('what is longer than the policy allows is refused, or cut and remembered', async () => {
    const { id, owner, collaborator } = await makeOrganization()
    await policyOf(id, { personKeyDays: 7 })
    const make = (input: object) => as(collaborator).run(createApiKey, input)
    expect(lives((await make({})).apiKey)).toBe(7 * DAY)
    await expect(make({ seconds: 8 * DAY })).toBeProblem('invalid_input', /at most 7 days/)
    await expect(make({ seconds: null })).toBeProblem('invalid_input', /has an end/)
    const { apiKey } = await make({ seconds: 3_153_600_000, clip: true })
    expect(lives(apiKey)).toBe(7 * DAY)
    const read = await as(owner).run(readApiKey, { keyId: apiKey.id })
    expect(read).toMatchObject({ askedSeconds: 3_153_600_000, madeBy: { id: collaborator.id } })
  })

  test('an account’s: 90 days, longer or without end as the policy says', async () => {
    const { id, owner } = await makeOrganization()
    const { id: accountId } = await makeAccount(owner)
    const make = (input: object) => as(owner).run(createApiKeyForAccount, { accountId, ...input })
    const first = await make({ name: 'ci' })
    expect(first.key).toMatch(/^agh_sa_/)
    expect(lives(first.apiKey)).toBe(90 * DAY)
    await expect(make({ name: 'ci' })).toBeProblem('invalid_input', /named .*ci.* already/)
    await expect(make({ seconds: 91 * DAY })).toBeProblem('invalid_input', /at most 90 days/)
    await expect(make({ seconds: null })).toBeProblem('invalid_input', /every key to end/)
    expect(lives((await make({ seconds: null, clip: true })).apiKey)).toBe(90 * DAY)
    await policyOf(id, { accountKeyDays: null })
    expect(lives((await make({ seconds: 3_153_600_000 })).apiKey)).toBe(3_153_600_000)
    await expect(make({ seconds: null })).toBeProblem('invalid_input', /every key to end/)
    await policyOf(id, { keysMustEnd: false })
    expect((await make({ seconds: null })).apiKey.expiresAt).toBeNull()
  })

  test('for an account owners alone make one, and for nobody who is a person', async () => {
    const { id, owner, collaborator, stranger } = await makeOrganization()
    const { id: accountId, userId } = await makeAccount(owner)
    const making = { accountId, name: 'x' }
    await expect(as(collaborator).run(createApiKeyForAccount, making)).toBeProblem('forbidden')
    await expect(as(stranger).run(createApiKeyForAccount, making)).toBeProblem('not_found')
    const person = { ...making, accountId: collaborator.id }
    await expect(as(owner).run(createApiKeyForAccount, person)).toBeProblem('not_found')
    await as(owner).run(createApiKeyForAccount, { ...making, accountId: userId })
    const [event] = (await eventsOf(id)).filter(({ event }) => event === 'api_key.created')
    expect(event).toMatchObject({ actorId: owner.id, subjectOf: accountId })
  })
})

describe('what a key may do', () => {
  test('a ceiling holds at every door, and lists show its places alone', async () => {
    const { owner } = await makeOrganization()
    const [here, there] = [await makeCloud(owner), await makeCloud(owner)]
    const inside = await makeProject(owner, there)
    const { key } = await as(owner).run(createApiKey, {
      ceiling: { clouds: [here.id], projects: [inside.id] },
    })
    const get = async (path: string) =>
      (await call(path, { headers: { authorization: `Bearer ${key}` } })).body
    const ids = (body: { results: { id: string }[] }) => body.results.map(({ id }) => id)
    expect(ids(await get('/clouds/'))).toEqual([here.id])
    expect(ids(await get('/projects/?count=50')).sort()).toEqual(
      [here.project.id, inside.id].sort(),
    )
    expect(await userinfo(key)).toBe(200)
    expect(await userinfo(key, `/clouds/${here.id}`)).toBe(200)
    expect(await userinfo(key, `/clouds/${there.id}`)).toBe(404)
    expect(await userinfo(key, `/projects/${there.project.id}`)).toBe(404)
    expect(await userinfo(key, `/projects/${inside.id}`)).toBe(200)
    expect(await userinfo(key, '/organization_collaborators/')).toBe(403)
  })

  test('read-only reads everything and changes nothing', async () => {
    const { owner } = await makeOrganization()
    const { key } = await as(owner).run(createApiKey, { ceiling: { readOnly: true } })
    expect(await userinfo(key, '/organization_collaborators/')).toBe(200)
    const invite = await call('/organization_invitations/', {
      method: 'POST',
      body: { email: 'new@halden.example' },
      headers: { authorization: `Bearer ${key}` },
    })
    expect([invite.status, invite.body.detail]).toEqual([403, 'This key may not invite people.'])
  })

  test('what asks about oneself is answered with the ceiling: decisions, where, why, the tree', async () => {
    const { owner, collaborator } = await makeOrganization()
    const [here, there] = [await makeCloud(owner), await makeCloud(owner)]
    for (const cloud of [here, there]) await bindToCloud(collaborator, cloud, 'owner')
    const { key } = await as(collaborator).run(createApiKey, {
      ceiling: { clouds: [here.id], readOnly: true },
    })
    const headers = { authorization: `Bearer ${key}` }
    const [access, gatehouse] = [
      await apiOf(null, '/access/v1'),
      await apiOf(null, '/api/gatehouse/v1'),
    ]
    const decided = async (name: string, id: string) => {
      const body = {
        subject: { type: 'user', id: collaborator.userId },
        action: { name },
        resource: { type: 'cloud', id },
      }
      return (await access('/evaluation', { method: 'POST', body, headers })).body.decision
    }
    expect(await decided('cloud.read', here.id)).toBe(true)
    expect(await decided('cloud.rename', here.id)).toBe(false)
    expect(await decided('cloud.read', there.id)).toBe(false)
    const found = await access('/search/resource', {
      method: 'POST',
      body: {
        subject: { type: 'user', id: collaborator.userId },
        action: { name: 'cloud.read' },
        resource: { type: 'cloud' },
      },
      headers,
    })
    expect(found.body.results.map(({ id }: { id: string }) => id)).toEqual([here.id])
    const asked = async (path: string) => (await gatehouse(path, { headers })).body
    const can = await asked('/access/what_can?permission=cloud.read')
    expect(JSON.stringify(can)).toContain(here.id)
    expect(JSON.stringify(can)).not.toContain(there.id)
    const may = await asked('/access/what_can?permission=cloud.rename')
    expect(JSON.stringify(may)).not.toContain(here.id)
    const tree = JSON.stringify(await asked('/access/tree'))
    expect(tree).toContain(here.id)
    expect(tree).not.toContain(there.id)
  })

  test('a key makes none that may do more than itself', async () => {
    const { owner } = await makeOrganization()
    const { id: accountId } = await makeAccount(owner)
    const [cloud, other] = [await makeCloud(owner), await makeCloud(owner)]
    const permissions = ['api_key.create_own', 'api_key.create_for_account', 'cloud.read']
    const bound = await makeKey(owner)
    const narrow = { caller: { ...bound.caller, ceiling: { permissions, clouds: [cloud.id] } } }
    const inherited = await as(narrow).run(createApiKey, {})
    expect(inherited.apiKey.ceiling).toEqual({ permissions, clouds: [cloud.id] })
    const within = { permissions: ['cloud.read'], clouds: [cloud.id] }
    expect((await as(narrow).run(createApiKey, { ceiling: within })).apiKey.ceiling).toEqual(within)
    const wider = [
      { permissions: ['cloud.read'] },
      { permissions: ['cloud.read', 'cloud.rename'], clouds: [cloud.id] },
      { clouds: [cloud.id] },
      { readOnly: true },
    ]
    for (const ceiling of wider) {
      await expect(as(narrow).run(createApiKey, { ceiling })).toBeProblem('forbidden', /more than/)
      const input = { accountId, ceiling }
      await expect(as(narrow).run(createApiKeyForAccount, input)).toBeProblem('forbidden', /more/)
    }
    const elsewhere = { ceiling: { ...within, clouds: [other.id] } }
    await expect(as(narrow).run(createApiKey, elsewhere)).toBeProblem('invalid_input', /no such/)
    const free = await as(owner).run(createApiKey, {})
    const rotating = { keyId: free.apiKey.id }
    await expect(as(narrow).run(rotateApiKey, rotating)).toBeProblem('forbidden', /more than/)
    await as(narrow).run(rotateApiKey, { keyId: inherited.apiKey.id })
  })

  test('a ceiling names what is there', async () => {
    const { owner, stranger } = await makeOrganization()
    const theirs = await makeCloud(stranger)
    for (const ceiling of [
      { permissions: ['cloud.fly'] },
      { permissions: [] },
      { clouds: [theirs.id] },
      { projects: [theirs.project.id] },
    ]) {
      await expect(as(owner).run(createApiKey, { ceiling })).toBeProblem('invalid_input')
    }
    expect((await as(owner).run(createApiKey, { ceiling: {} })).apiKey.ceiling).toBeNull()
  })
})

describe('rotation', () => {
  test('the new key works at once, the old one for the overlap, never longer than it would have', async () => {
    const { owner, collaborator, id } = await makeOrganization()
    const made = await as(collaborator).run(createApiKey, {
      name: 'robot',
      seconds: 3_600,
      ceiling: { readOnly: true },
    })
    const keyId = made.apiKey.id
    const rotated = await as(collaborator).run(rotateApiKey, { keyId })
    expect([await userinfo(made.key), await userinfo(rotated.key)]).toEqual([200, 200])
    expect(rotated.apiKey).toMatchObject({
      name: 'robot',
      ceiling: { readOnly: true },
      replacesId: keyId,
    })
    expect(lives(rotated.apiKey)).toBe(3_600)
    expect(rotated.old.expiresAt).toBe(made.apiKey.expiresAt)
    const again = as(collaborator).run(rotateApiKey, { keyId })
    await expect(again).toBeProblem('conflict', /newer key/)
    const last = await as(collaborator).run(rotateApiKey, {
      keyId: rotated.apiKey.id,
      overlapSeconds: 60,
    })
    expect(Date.parse(last.old.expiresAt ?? '') - Date.parse(last.apiKey.createdAt)).toBe(60_000)
    const read = await as(owner).run(readApiKey, { keyId: rotated.apiKey.id })
    expect([read.replaces?.id, read.replacedBy?.id]).toEqual([keyId, last.apiKey.id])
    const events = (await eventsOf(id)).filter(({ event }) => event === 'api_key.rotated')
    expect(events.map(({ subjectId }) => subjectId)).toEqual([rotated.apiKey.id, last.apiKey.id])
  })

  test('of several at the same time one puts a new key in its place', async () => {
    const { collaborator } = await makeOrganization()
    const { keyId } = await as(collaborator)
      .run(createApiKey, {})
      .then(({ apiKey }) => ({ keyId: apiKey.id }))
    const rotate = () => as(collaborator).run(rotateApiKey, { keyId })
    const all = await Promise.allSettled([rotate(), rotate(), rotate()])
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('at once: the old key is refused from the next request on', async () => {
    const { collaborator } = await makeOrganization()
    const { key, apiKey } = await as(collaborator).run(createApiKey, {})
    const now = await as(collaborator).run(rotateApiKey, { keyId: apiKey.id, overlapSeconds: 0 })
    expect([await userinfo(key), await userinfo(now.key)]).toEqual([401, 200])
    await expect(as(collaborator).run(rotateApiKey, { keyId: apiKey.id })).toBeProblem(
      'conflict',
      /has ended/,
    )
  })

  test('an account’s key is rotated by owners, a person’s by that person alone', async () => {
    const { owner, collaborator } = await makeOrganization()
    const account = await makeAccount(owner)
    const first = await makeAccountKey(account)
    const own = await makeKey(collaborator)
    await expect(as(owner).run(rotateApiKey, { keyId: own.id })).toBeProblem('not_found')
    const theirs = { keyId: first.id }
    await expect(as(collaborator).run(rotateApiKey, theirs)).toBeProblem('not_found')
    expect((await as(owner).run(rotateApiKey, theirs)).key).toMatch(/^agh_sa_/)
    expect(await userinfo(first.key)).toBe(200)
    await as(first).run(createApiKey, { name: 'its own' })
  })

  test('under load no client that switches in time is refused', async () => {
    const { collaborator } = await makeOrganization()
    let { key, apiKey } = await as(collaborator).run(createApiKey, {})
    const answers: number[] = []
    const client = async (turns: number) => {
      for (let turn = 0; turn < turns; turn++) answers.push(await userinfo(key))
    }
    for (let turn = 0; turn < 4; turn++) {
      const clients = [client(3), client(3), client(3)]
      const rotating = { keyId: apiKey.id, overlapSeconds: 600 }
      ;({ key, apiKey } = await as(collaborator).run(rotateApiKey, rotating))
      await Promise.all(clients)
    }
    expect(new Set(answers)).toEqual(new Set([200]))
  })
})

test('revoking all keys of an account leaves the account and everybody else’s', async () => {
  const { owner, collaborator } = await makeOrganization()
  const account = await makeAccount(owner)
  const first = await makeAccountKey(account)
  await as(owner).run(createApiKeyForAccount, { accountId: account.id })
  const { key } = await makeKey(collaborator)
  const path = `/organization_collaborators/rotate_api_key_for_user/${account.userId}`
  const as401 = await (await apiOf(collaborator))(path, { method: 'POST' })
  expect(as401.status).toBe(403)
  expect((await (await apiOf(owner))(path, { method: 'POST' })).status).toBe(204)
  expect([await userinfo(first.key), await userinfo(key)]).toEqual([401, 200])
  const again = await as(owner).run(revokeApiKeysOfAccount, { accountId: account.id })
  expect(again).toEqual({ revoked: 0 })
})
