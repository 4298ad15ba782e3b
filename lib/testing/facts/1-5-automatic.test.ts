import { beforeAll, expect, test } from 'vitest'
import { grantOnCloud } from '@/lib/modules/bindings/commands/grant-on-cloud'
import { removeFromCloud } from '@/lib/modules/bindings/commands/remove-from-cloud'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { createCloud } from '@/lib/modules/clouds/commands/create-cloud'
import { makeDefaultCloud } from '@/lib/modules/clouds/commands/make-default-cloud'
import { setAutoAdd } from '@/lib/modules/clouds/commands/set-auto-add'
import { defaultCloud } from '@/lib/modules/clouds/queries/default-cloud'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { as, makeMember, makeOrganization } from '../people'
import { makeCloud } from '../resources'
import { type FactsWorld, factsWorld, whoMay } from './world'

// anyscale-iam.md §1.5
let world: FactsWorld
beforeAll(async () => {
  world = await factsWorld()
}, 120_000)

const holderOf = async ({ owner, cloudId }: FactsWorld, { email }: { email: string }) =>
  (await as(owner).run(listOnCloud, { cloudId, search: email })).rows[0]

test('a cloud owner turns it on: every present member is added, and every new one at once', async () => {
  const { cloudOwner, cloudId, outsider, readOnly, id } = world
  await as(cloudOwner).run(setAutoAdd, { cloudId, on: true })
  expect(await holderOf(world, outsider)).toMatchObject({
    role: 'collaborator',
    origin: 'auto_add',
  })
  expect(await holderOf(world, readOnly)).toMatchObject({ readOnly: true, origin: 'direct' })
  const joining = await makeMember(id)
  expect(await holderOf(world, joining)).toMatchObject({ role: 'collaborator', tier: 'write' })
})

test('owners are added too: a demotion leaves that and explicit grants', async () => {
  const { owner, secondOwner } = world
  expect(await whoMay(world, 'project.grant', 'private', ['secondOwner'])).toHaveLength(1)
  await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
  expect(await holderOf(world, secondOwner)).toMatchObject({ origin: 'auto_add', tier: 'write' })
  expect(await whoMay(world, 'project.create', 'cloud', ['secondOwner'])).toHaveLength(1)
  expect(await whoMay(world, 'project.read', 'private', ['secondOwner'])).toEqual([])
  await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'owner' })
})

test('while it is on, a removal is refused with the documented sentence', async () => {
  const { owner, cloudId, outsider } = world
  await expect(as(owner).run(removeFromCloud, { cloudId, memberId: outsider.id })).toBeProblem(
    'conflict',
    /^Users cannot be removed from clouds which have auto add users enabled\.$/,
  )
})

test('turning it off takes nothing away, and adds nobody more', async () => {
  const { owner, cloudId, outsider, id } = world
  await as(owner).run(setAutoAdd, { cloudId, on: false })
  expect(await holderOf(world, outsider)).toMatchObject({ tier: 'write' })
  const late = await makeMember(id)
  expect(await holderOf(world, late)).toBeUndefined()
  await as(owner).run(removeFromCloud, { cloudId, memberId: outsider.id })
  const grants = [{ memberId: outsider.id, role: 'collaborator' } as const]
  await as(owner).run(grantOnCloud, { cloudId, grants })
  expect(await holderOf(world, outsider)).toMatchObject({ origin: 'direct' })
})

test('set-up defaults: off unless asked for, on at the creation when asked for', async () => {
  const { owner } = world
  const given = { provider: 'AWS', region: '' } as const
  expect(await as(owner).run(createCloud, { ...given, name: 'plain' })).toMatchObject({
    autoAdd: false,
  })
  const on = await as(owner).run(createCloud, { ...given, name: 'open', autoAdd: true })
  const { rows } = await as(owner).run(listOnCloud, {
    cloudId: on.id,
    search: world.outsider.email,
  })
  expect(rows).toMatchObject([{ origin: 'auto_add' }])
})

test('the default cloud: one per organization, set by an owner, changed but never unset', async () => {
  const { owner, cloudOwner, cloudId } = world
  await expect(as(cloudOwner).run(makeDefaultCloud, { cloudId })).toBeProblem('forbidden')
  await as(owner).run(makeDefaultCloud, { cloudId })
  expect(await as(owner).run(defaultCloud, {})).toMatchObject({ id: cloudId, isDefault: true })
  const other = await makeCloud(owner)
  await as(owner).run(makeDefaultCloud, { cloudId: other.id })
  expect(await as(owner).run(defaultCloud, {})).toMatchObject({ id: other.id })
  const elsewhere = await makeOrganization()
  expect(await as(elsewhere.owner).run(defaultCloud, {})).toBeNull()
})
