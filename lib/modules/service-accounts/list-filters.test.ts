import { beforeAll, describe, expect, test } from 'vitest'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { flushActivity, touchAccount } from '@/lib/platform/activity/activity'
import { inSystem } from '@/lib/platform/db/doors'
import { as, makeOrganization, type TestMember } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'
import { makeTrust } from '@/lib/testing/tokens'
import { disableServiceAccount } from './commands/disable-service-account'
import { getServiceAccount } from './queries/get-service-account'
import { listServiceAccounts } from './queries/list-service-accounts'
import { previewAccountDeletion } from './queries/preview-account-deletion'

beforeAll(() => makeOrganization()) // the first of a process opens the database

const DAY = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY)
const found = async (by: TestMember, input: object) => {
  const { rows, total } = await as(by).run(listServiceAccounts, input)
  expect(total).toEqual({ count: rows.length, more: false })
  return rows.map(({ name }) => name)
}

test('accounts of one creator, by either id, also of one who was removed', async () => {
  const { owner, secondOwner, stranger } = await makeOrganization()
  await makeAccount(owner, { name: 'mine' })
  await makeAccount(secondOwner, { name: 'theirs' })
  await makeAccount(secondOwner, { name: 'theirs-too' })
  const theirs = ['theirs', 'theirs-too']
  for (const creatorId of [secondOwner.id, secondOwner.userId]) {
    expect(await found(owner, { creatorId })).toEqual(theirs)
    expect(await found(owner, { creatorId, sort: 'created', descending: true })).toEqual([
      'theirs-too',
      'theirs',
    ])
    expect(await found(owner, { creatorId, search: 'too' })).toEqual(['theirs-too'])
  }
  await inSystem((db) =>
    db.membership.updateMany({ where: { id: secondOwner.id }, data: { role: 'collaborator' } }),
  )
  await as(owner).run(removeMember, { memberId: secondOwner.id })
  expect(await found(owner, { creatorId: secondOwner.id })).toEqual(theirs)
  expect(await found(owner, { creatorId: stranger.id })).toEqual([])
  const page = await as(owner).run(listServiceAccounts, { creatorId: secondOwner.id, count: 1 })
  const next = { creatorId: secondOwner.id, count: 1, after: page.next as string }
  const rest = await as(owner).run(listServiceAccounts, next)
  expect([...page.rows, ...rest.rows].map(({ name }) => name)).toEqual(theirs)
  expect(rest.next).toBeNull()
})

test('accounts that can reach a cloud or a project, now, by whatever role', async () => {
  const { owner, stranger } = await makeOrganization()
  const [cloud, other] = [await makeCloud(owner), await makeCloud(owner)]
  const open = await makeProject(owner, cloud, { isPublic: true })
  const closed = await makeProject(owner, cloud)
  type Given = Parameters<typeof bindToCloud>
  const given = async (name: string, on: Given[1], role?: Given[2], times?: Given[3]) => {
    const account = await makeAccount(owner, { name })
    await bindToCloud(account, on, role, times)
    return account
  }
  await makeAccount(owner, { name: 'nothing' })
  await given('elsewhere', other)
  const plain = await given('plain', cloud)
  await given('cloud-owner', cloud, 'owner')
  await given('planned', cloud, 'collaborator', { startsAt: ago(-1) })
  await given('over', cloud, 'collaborator', { endsAt: ago(1) })
  await bindToProject(await given('inside', cloud), closed)
  await bindToProject(await given('inside-over', cloud), closed, 'write', { endsAt: ago(1) })
  await bindToProject(await makeAccount(owner, { name: 'without-cloud' }), closed)
  const onCloud = ['cloud-owner', 'inside', 'inside-over', 'plain']
  const reach = (access: string) => found(owner, { access })
  expect(await reach(cloud.id)).toEqual(onCloud)
  expect(await reach(open.id)).toEqual(onCloud)
  expect(await reach(closed.id)).toEqual(['cloud-owner', 'inside'])
  expect(await reach(other.id)).toEqual(['elsewhere'])
  await as(owner).run(disableServiceAccount, { accountId: plain.id }) // its roles wait
  expect(await reach(cloud.id)).toEqual(onCloud)
  expect(await found(owner, { access: cloud.id, creatorId: owner.id, search: 'in' })).toEqual([
    'inside',
    'inside-over',
  ])
  const foreign = await makeCloud(stranger)
  for (const unknown of [foreign.id, foreign.project.id, 'cld_none', 'prj_none', 'x'])
    expect(await reach(unknown)).toEqual([])
})

describe('used by a token', () => {
  test('counts as use, the later of both', async () => {
    const { id, owner } = await makeOrganization()
    const account = await makeAccount(owner, { name: 'tokens' })
    const read = async () => {
      const { lastUsedAt } = await as(owner).run(getServiceAccount, { accountId: account.id })
      return lastUsedAt && new Date(lastUsedAt).getTime()
    }
    expect(await read()).toBeNull()
    expect(await found(owner, { use: 'not_lately' })).toEqual(['tokens'])
    const earlier = ago(3)
    touchAccount(id, account.id, earlier)
    await flushActivity()
    expect(await read()).toBe(earlier.getTime())
    expect(await found(owner, { use: 'lately' })).toEqual(['tokens'])
    const key = await makeAccountKey(account)
    const set = (lastUsedAt: Date) =>
      inSystem((db) => db.apiKey.updateMany({ where: { id: key.id }, data: { lastUsedAt } }))
    await set(ago(5))
    expect(await read()).toBe(earlier.getTime())
    const later = ago(1)
    await set(later)
    expect(await read()).toBe(later.getTime())
    await makeAccount(owner, { name: 'never' })
    expect(await found(owner, { sort: 'used', descending: true })).toEqual(['tokens', 'never'])
  })
})

test('before a deletion its trust rules and public keys are named, and which were used lately', async () => {
  const { owner, stranger } = await makeOrganization()
  const account = await makeAccount(owner)
  await makeTrust(owner, await makeAccount(owner)) // of another account
  await makeTrust(stranger, await makeAccount(stranger))
  const preview = () => as(owner).run(previewAccountDeletion, { accountId: account.id })
  expect(await preview()).toMatchObject({ rules: [], publicKeys: [] })
  const { rule, key } = await makeTrust(owner, account, { enabled: false })
  const unused = { lastUsedAt: null, usedLately: false }
  expect(await preview()).toMatchObject({
    rules: [{ id: rule.id, name: rule.name, issuer: rule.issuer, enabled: false, ...unused }],
    publicKeys: [{ id: key.id, name: 'builder', ...unused }],
  })
  await inSystem(async (db) => {
    await db.trustRule.updateMany({ where: { id: rule.id }, data: { lastUsedAt: ago(29) } })
    await db.clientKey.updateMany({ where: { id: key.id }, data: { lastUsedAt: ago(31) } })
  })
  const { rules, publicKeys } = await preview()
  expect([rules[0]?.usedLately, publicKeys[0]?.usedLately]).toEqual([true, false])
  expect(JSON.stringify([rules, publicKeys])).not.toContain('jwk')
})
