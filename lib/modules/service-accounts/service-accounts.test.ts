import { beforeAll, describe, expect, test } from 'vitest'
import { readOwnAccess } from '@/lib/modules/access/queries/read-own-access'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { setAutoAdd } from '@/lib/modules/clouds/commands/set-auto-add'
import { getMember } from '@/lib/modules/members/queries/get-member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { inSystem } from '@/lib/platform/db/doors'
import { isKeyLive } from '@/lib/testing/accounts'
import {
  as,
  eventsOf,
  makeKey,
  makeOrganization,
  type TestMember,
  type TestOrganization,
} from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'
import { removeMember } from '../members/commands/remove-member'
import { previewRemoval } from '../members/queries/preview-removal'
import { changeServiceAccount } from './commands/change-service-account'
import { createServiceAccount } from './commands/create-service-account'
import { deleteServiceAccount } from './commands/delete-service-account'
import { disableServiceAccount } from './commands/disable-service-account'
import { enableServiceAccount } from './commands/enable-service-account'
import { getServiceAccount } from './queries/get-service-account'
import { listServiceAccounts } from './queries/list-service-accounts'
import { previewAccountDeletion } from './queries/preview-account-deletion'

beforeAll(() => makeOrganization()) // the first of a process opens the database

const DAY = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY)
const changeKey = (id: string, data: object) =>
  inSystem((db) => db.apiKey.updateMany({ where: { id }, data }))
const get = (by: TestMember, { id: accountId }: { id: string }) =>
  as(by).run(getServiceAccount, { accountId })
const last = async ({ id }: TestOrganization) => (await eventsOf(id)).at(-1)

describe('service_account.create', () => {
  test('a collaborator with both ids, an address that follows the name, and nothing else', async () => {
    const organization = await makeOrganization()
    const { id, owner } = organization
    const account = await as(owner).run(createServiceAccount, {
      name: 'Robot-Bench',
      description: ' Runs the benchmark. ',
    })
    const email = `robot-bench@org-${id.slice(4)}.serviceaccount.com`
    expect(account).toMatchObject({
      name: 'Robot-Bench',
      email,
      description: 'Runs the benchmark.',
      createdBy: { id: owner.id, name: owner.name, email: owner.email, removed: false },
      keys: 0,
      lastUsedAt: null,
      nextExpiryAt: null,
      disabledAt: null,
      endedAt: null,
      roles: { clouds: 0, projects: 0 },
      version: 1,
    })
    expect(account.id).toMatch(/^ide_[0-9a-z]{26}$/)
    expect(account.userId).toMatch(/^usr_[0-9a-z]{26}$/)
    expect(await as(owner).run(getMember, { id: account.userId })).toMatchObject({
      id: account.id,
      kind: 'service_account',
      role: 'collaborator',
      source: 'owner',
      lastActiveAt: null,
      limits: [],
    })
    expect(await last(organization)).toMatchObject({
      event: 'service_account.created',
      subject: { kind: 'service_account', id: account.id, label: 'Robot-Bench' },
      after: { name: 'Robot-Bench', email, description: 'Runs the benchmark.' },
    })
  })

  test('a name is taken once in an organization, in any letter case, and free again after a deletion', async () => {
    const { owner, stranger } = await makeOrganization()
    const first = await makeAccount(owner, { name: 'ci' })
    await expect(makeAccount(owner, { name: 'CI' })).toBeProblem('invalid_input', /CI.? already/)
    await makeAccount(stranger, { name: 'ci' })
    await as(owner).run(deleteServiceAccount, { accountId: first.id })
    const again = await makeAccount(owner, { name: 'ci' })
    expect(again.id).not.toBe(first.id)
    expect(again.userId).not.toBe(first.userId)
  })

  test('of two at once one succeeds', async () => {
    const { owner } = await makeOrganization()
    const ends = await Promise.allSettled([
      makeAccount(owner, { name: 'twin' }),
      makeAccount(owner, { name: 'TWIN' }),
    ])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('clouds that add everybody add it too, and the log says so', async () => {
    const organization = await makeOrganization()
    const { owner } = organization
    const cloud = await makeCloud(owner, { autoAdd: true })
    await makeCloud(owner)
    const account = await makeAccount(owner)
    expect((await get(owner, account)).roles).toEqual({ clouds: 1, projects: 0 })
    const rows = await inSystem((db) =>
      db.roleBinding.findMany({ where: { membershipId: account.id } }),
    )
    expect(rows).toMatchObject([{ cloudId: cloud.id, origin: 'auto_add', role: 'collaborator' }])
    expect((await last(organization))?.after).toMatchObject({ clouds: [cloud.name], cloudCount: 1 })
  })

  test('and clouds that begin to add everybody add those that are there', async () => {
    const { owner } = await makeOrganization()
    const account = await makeAccount(owner)
    const cloud = await makeCloud(owner)
    await as(owner).run(setAutoAdd, { cloudId: cloud.id, on: true })
    expect((await get(owner, account)).roles).toEqual({ clouds: 1, projects: 0 })
  })

  test('people alone are counted as people', async () => {
    const { owner } = await makeOrganization()
    await makeAccount(owner)
    const seen = async (kind?: 'person' | 'service_account') => {
      const { rows, total, people } = await as(owner).run(listMembers, { kind })
      return [rows.length, total.count, people]
    }
    expect(await seen()).toEqual([4, 4, 3])
    expect(await seen('person')).toEqual([3, 3, 3])
    expect(await seen('service_account')).toEqual([1, 1, 3])
  })
})

describe('service_account.change', () => {
  test('another name brings another address; ids, keys and roles stay', async () => {
    const organization = await makeOrganization()
    const { owner } = organization
    const account = await makeAccount(owner, { name: 'old-name' })
    const { key } = await makeAccountKey(account)
    await bindToCloud(account, await makeCloud(owner))
    const accountId = account.id
    const after = await as(owner).run(changeServiceAccount, { accountId, name: 'new-name' })
    expect(after).toMatchObject({
      id: account.id,
      userId: account.userId,
      email: account.email.replace('old', 'new'),
      keys: 1,
      roles: { clouds: 1 },
      version: 2,
    })
    expect(await isKeyLive(key)).toBe(true)
    expect(await last(organization)).toMatchObject({
      event: 'service_account.changed',
      before: { name: 'old-name', email: account.email },
      after: { name: 'new-name', email: after.email },
    })
    const found = await as(owner).run(listMembers, { search: 'new-name' })
    expect(found.rows.map(({ id }) => id)).toEqual([account.id])
    // The letter case alone: the same address, which is its own.
    const upper = await as(owner).run(changeServiceAccount, { accountId, name: 'NEW-name' })
    expect(upper).toMatchObject({ name: 'NEW-name', email: after.email, version: 3 })
  })

  test('a description alone; the same again changes nothing; a name that is taken and a stale version are refused', async () => {
    const organization = await makeOrganization()
    const { owner } = organization
    await makeAccount(owner, { name: 'taken' })
    const { id: accountId } = await makeAccount(owner)
    const described = { accountId, description: 'What for.' }
    const after = await as(owner).run(changeServiceAccount, described)
    expect(after).toMatchObject({ description: 'What for.', version: 2 })
    await expect(organization).toHaveRecorded('service_account.changed')
    expect(await as(owner).run(changeServiceAccount, described)).toEqual(after)
    await expect(organization).toHaveRecorded('service_account.changed')
    const named = (name: string, expectedVersion?: number) =>
      as(owner).run(changeServiceAccount, { accountId, name, expectedVersion })
    await expect(named('Taken')).toBeProblem('invalid_input', /already/)
    await expect(named('other', 1)).toBeProblem('stale', /Nothing was saved/)
    await named('other', 2)
  })
})

describe('disabled', () => {
  test('its keys are refused at the next request, and nothing is lost', async () => {
    const organization = await makeOrganization()
    const { owner } = organization
    const account = await makeAccount(owner)
    const { key, caller } = await makeAccountKey(account)
    await bindToCloud(account, await makeCloud(owner))
    const accountId = account.id
    const off = await as(owner).run(disableServiceAccount, { accountId })
    expect(off).toMatchObject({ keys: 1, roles: { clouds: 1 } })
    expect(off.disabledAt).not.toBeNull()
    expect(await isKeyLive(key)).toBe(false)
    await expect(as({ caller }).run(readOwnAccess, {})).toBeProblem('unauthenticated')
    await expect(organization).toHaveRecorded('api_key.revoked', 0)
    expect(await as(owner).run(disableServiceAccount, { accountId })).toEqual(off)
    const on = await as(owner).run(enableServiceAccount, { accountId })
    expect(on).toMatchObject({ keys: 1, roles: { clouds: 1 }, disabledAt: null })
    expect(await as(owner).run(enableServiceAccount, { accountId })).toEqual(on)
    expect(await isKeyLive(key)).toBe(true)
    await as({ caller }).run(readOwnAccess, {})
    for (const event of ['service_account.disabled', 'service_account.enabled'] as const)
      await expect(organization).toHaveRecorded(event)
  })
})

describe('service_account.delete', () => {
  test('keys and roles end with it in the same transaction; the log says each; the row is history', async () => {
    const organization = await makeOrganization()
    const { owner } = organization
    const account = await makeAccount(owner, { name: 'legacy' })
    const { key } = await makeAccountKey(account)
    const cloud = await makeCloud(owner)
    await bindToCloud(account, cloud)
    await bindToProject(account, await makeProject(owner, cloud))
    const accountId = account.id
    const mistyped = as(owner).run(deleteServiceAccount, { accountId, typed: 'legacyy' })
    await expect(mistyped).toBeProblem('invalid_input', /Type it exactly/)
    expect(await isKeyLive(key)).toBe(true)
    await as(owner).run(deleteServiceAccount, { accountId, typed: 'legacy' })
    expect(await isKeyLive(key)).toBe(false)
    const bindings = await inSystem((db) =>
      db.roleBinding.count({ where: { membershipId: accountId } }),
    )
    expect(bindings).toBe(0)
    await expect(organization).toHaveRecorded('service_account.deleted')
    await expect(organization).toHaveRecorded('api_key.revoked')
    await expect(organization).toHaveRecorded('role_binding.removed', 2)
    await expect(organization).toHaveRecorded('member.removed', 0)
    const deleted = (await eventsOf(organization.id)).find(
      ({ event }) => event === 'service_account.deleted',
    )
    expect(deleted).toMatchObject({ before: { name: 'legacy' }, after: { keys: 1, roles: 2 } })
    expect((await as(owner).run(listServiceAccounts, {})).rows).toEqual([])
    expect(await get(owner, account)).toMatchObject({ keys: 0, roles: { clouds: 0 } })
    expect((await get(owner, account)).endedAt).not.toBeNull()
    for (const tried of [
      as(owner).run(deleteServiceAccount, { accountId }),
      as(owner).run(disableServiceAccount, { accountId }),
      as(owner).run(changeServiceAccount, { accountId, name: 'other' }),
      as(owner).run(getMember, { id: accountId }),
    ])
      await expect(tried).toBeProblem('not_found')
    expect((await as(owner).run(listEvents, { about: accountId })).rows.length).toBeGreaterThan(3)
  })

  test('the preview names the keys in use with what they called, and the roles that go', async () => {
    const { owner } = await makeOrganization()
    const account = await makeAccount(owner)
    const keys = [await makeAccountKey(account), await makeAccountKey(account)]
    const [used, idle] = [keys[0]?.id as string, keys[1]?.id as string]
    const revoked = await makeAccountKey(account)
    await changeKey(used, { lastUsedAt: ago(2), name: 'deploy' })
    await changeKey(idle, { lastUsedAt: ago(31) })
    await changeKey(revoked.id, { lastUsedAt: ago(1), revokedAt: ago(1) })
    const { organizationId } = account
    const use = (useCase: string, requests: number, days: number) => ({
      ...{ organizationId, keyId: used, useCase, requests },
      day: ago(days),
    })
    await inSystem((db) =>
      db.apiKeyUse.createMany({
        data: [
          use('project.list', 5, 2),
          use('cloud.list', 40, 2),
          use('cloud.list', 2, 20),
          use('member.list', 9, 40),
        ],
      }),
    )
    const cloud = await makeCloud(owner, { name: 'prod' })
    const project = await makeProject(owner, cloud, { name: 'grasp' })
    await bindToCloud(account, cloud)
    await bindToProject(account, project, 'readonly')
    const accountId = account.id
    const preview = await as(owner).run(previewAccountDeletion, { accountId })
    expect(preview.account).toMatchObject({ keys: 2, roles: { clouds: 1, projects: 1 } })
    expect(preview.used).toMatchObject([
      {
        id: used,
        name: 'deploy',
        requests: 47,
        calls: [
          { useCase: 'cloud.list', requests: 42 },
          { useCase: 'project.list', requests: 5 },
        ],
      },
    ])
    expect(preview.roles).toMatchObject([
      { role: 'collaborator', cloud: { name: 'prod' }, project: null },
      { role: 'readonly', cloud: { name: 'prod' }, project: { name: 'grasp' } },
    ])
    const { left } = await as(owner).run(previewRemoval, { memberId: accountId })
    expect(left.projects.count).toBe(0)
  })

  test('what it owned is handed over in the same step', async () => {
    const { owner, collaborator } = await makeOrganization()
    const account = await makeAccount(owner)
    const cloud = await makeCloud(owner)
    await bindToCloud(account, cloud, 'owner')
    const handOver = [{ cloudId: cloud.id, to: collaborator.id }]
    await as(owner).run(deleteServiceAccount, { accountId: account.id, handOver })
    const rows = await inSystem((db) => db.roleBinding.findMany({ where: { cloudId: cloud.id } }))
    expect(rows).toMatchObject([{ membershipId: collaborator.id, role: 'owner' }])
  })
})

test('the removal of its creator leaves the account as it is, and is said', async () => {
  const { owner, secondOwner } = await makeOrganization()
  const account = await makeAccount(secondOwner)
  const { key } = await makeAccountKey(account)
  await bindToCloud(account, await makeCloud(owner))
  const before = await get(owner, account)
  await inSystem((db) =>
    db.membership.updateMany({ where: { id: secondOwner.id }, data: { role: 'collaborator' } }),
  )
  await as(owner).run(removeMember, { memberId: secondOwner.id })
  expect(await get(owner, account)).toEqual({
    ...before,
    createdBy: { ...before.createdBy, removed: true },
  })
  expect(await isKeyLive(key)).toBe(true)
})

test('a person is no service account, and no other organization’s account is found', async () => {
  const { owner, collaborator, stranger } = await makeOrganization()
  const foreign = await makeAccount(stranger)
  for (const { id: accountId } of [collaborator, foreign]) {
    for (const tried of [
      as(owner).run(getServiceAccount, { accountId }),
      as(owner).run(disableServiceAccount, { accountId }),
      as(owner).run(changeServiceAccount, { accountId, name: 'other' }),
      as(owner).run(deleteServiceAccount, { accountId }),
      as(owner).run(previewAccountDeletion, { accountId }),
    ])
      await expect(tried).toBeProblem('not_found', /no such service account/)
  }
})

describe('service_account.list', () => {
  test('says who made it, when it was last used and which key ends first; sorts and filters by them, page by page', async () => {
    const { owner } = await makeOrganization()
    const names = ['alpha', 'bravo', 'charlie', 'delta'] as const
    const accounts = new Map<string, { id: string; organizationId: string }>()
    for (const name of names) accounts.set(name, await makeAccount(owner, { name }))
    const give = async (name: (typeof names)[number], data: object) => {
      const { id } = await makeKey(accounts.get(name) as { id: string; organizationId: string })
      await changeKey(id, data)
    }
    await give('alpha', { expiresAt: ago(-30), lastUsedAt: ago(3) })
    await give('alpha', { expiresAt: ago(-60), lastUsedAt: ago(1) })
    await give('bravo', { expiresAt: ago(-6), lastUsedAt: ago(100) })
    await give('charlie', { expiresAt: null, lastUsedAt: null })
    await give('delta', { expiresAt: ago(4), lastUsedAt: ago(5) })
    const { id: accountId } = accounts.get('delta') as { id: string }
    await as(owner).run(disableServiceAccount, { accountId })

    const page = await as(owner).run(listServiceAccounts, {})
    expect(page.total).toEqual({ count: 4, more: false })
    const [alpha, , charlie, delta] = page.rows
    expect(alpha).toMatchObject({ keys: 2, createdBy: { email: owner.email } })
    expect(Date.parse(alpha?.nextExpiryAt ?? '')).toBeLessThan(ago(-31).getTime())
    expect(Date.parse(alpha?.lastUsedAt ?? '')).toBeGreaterThan(ago(2).getTime())
    expect(charlie).toMatchObject({ keys: 1, nextExpiryAt: null, expiredAt: null })
    expect(delta).toMatchObject({ keys: 0 })
    expect(delta?.expiredAt).not.toBeNull()

    const found = async (input: object) =>
      (await as(owner).run(listServiceAccounts, input)).rows.map(({ name }) => name)
    expect(await found({ sort: 'used', descending: true })).toEqual([
      'alpha',
      'delta',
      'bravo',
      'charlie',
    ])
    expect((await found({ sort: 'expires' })).slice(0, 2)).toEqual(['bravo', 'alpha'])
    expect(await found({ sort: 'created', descending: true })).toEqual([...names].reverse())
    expect(await found({ search: 'ALPH' })).toEqual(['alpha'])
    expect(await found({ state: 'disabled' })).toEqual(['delta'])
    expect(await found({ state: 'enabled' })).toEqual(['alpha', 'bravo', 'charlie'])
    expect(await found({ keys: 'none' })).toEqual(['delta'])
    expect(await found({ keys: 'ending' })).toEqual(['bravo'])
    expect(await found({ keys: 'endless' })).toEqual(['charlie'])
    expect(await found({ use: 'not_lately' })).toEqual(['bravo', 'charlie'])
    expect(await found({ use: 'lately' })).toEqual(['alpha', 'delta'])

    for (const sort of ['name', 'created', 'used', 'expires'] as const) {
      for (const descending of [false, true]) {
        const all = await found({ sort, descending })
        const walked: string[] = []
        let after: string | undefined
        let back: string | null = null
        do {
          const part = await as(owner).run(listServiceAccounts, {
            ...{ sort, descending, after, count: 1 },
          })
          walked.push(...part.rows.map(({ name }) => name))
          after = part.next ?? undefined
          back = part.previous
        } while (after)
        expect(walked, `${sort} ${descending}`).toEqual(all)
        const before = await found({ sort, descending, after: back, count: 1 })
        expect(before, `${sort} ${descending} back`).toEqual([all.at(-2)])
      }
    }
  })
})
