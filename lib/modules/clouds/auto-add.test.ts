import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { acceptAsNew } from '@/lib/modules/invitations/commands/accept-as-new'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { createMembers } from '@/lib/modules/members/commands/create-members'
import { newMembership } from '@/lib/modules/members/member'
import { changePolicy } from '@/lib/modules/policy/commands/change-policy'
import { getProject } from '@/lib/modules/projects/queries/get-project'
import { inSystem } from '@/lib/platform/db/doors'
import { lock } from '@/lib/platform/db/locks'
import { invite, password, someAddress, visitor } from '@/lib/testing/accounts'
import { makeCrowd } from '@/lib/testing/crowd'
import { gate } from '@/lib/testing/gate'
import {
  as,
  eventsOf,
  makeMember,
  makeOrganization,
  type TestOrganization,
} from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { createCloud } from './commands/create-cloud'
import { setAutoAdd } from './commands/set-auto-add'
import { getCloud } from './queries/get-cloud'
import { listClouds } from './queries/list-clouds'

const DAY = 86_400_000 // ms
let organization: TestOrganization
beforeEach(async () => {
  organization = await makeOrganization()
})
const held = (cloudId: string) =>
  inSystem((db) => db.roleBinding.findMany({ where: { cloudId, projectId: null } }))
const joins = async () =>
  (await eventsOf(organization.id)).filter(({ event }) => event === 'member.joined')

describe('turned on', () => {
  test('adds everybody who has no role, owners too, and leaves the others theirs', async () => {
    const { id, owner, secondOwner, collaborator } = organization
    const cloud = await makeCloud(owner)
    const viewer = await makeMember(id)
    await bindToCloud(viewer, cloud, 'project_viewer')
    const answer = await as(owner).run(setAutoAdd, { cloudId: cloud.id, on: true })
    expect(answer).toMatchObject({ autoAdd: true, added: 3, members: 2, version: 2 })
    const rows = (await held(cloud.id)).map((row) => [row.membershipId, row.role, row.origin])
    expect(rows.sort()).toEqual(
      [
        [owner.id, 'collaborator', 'auto_add'],
        [secondOwner.id, 'collaborator', 'auto_add'],
        [collaborator.id, 'collaborator', 'auto_add'],
        [viewer.id, 'project_viewer', 'direct'],
      ].sort(),
    )
    // theirs was dormant: a demotion leaves it
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    const left = await as(secondOwner).run(getCloud, { cloudId: cloud.id })
    expect(left.tier).toBe('write')
    await expect(organization).toHaveRecorded('cloud.auto_add_changed')
  })

  test('a role that has ended is none: it is replaced; one that is to begin stays', async () => {
    const { id, owner, collaborator } = organization
    const cloud = await makeCloud(owner)
    const later = await makeMember(id)
    const past = new Date(Date.now() - DAY)
    const gone = await bindToCloud(collaborator, cloud, 'owner', { endsAt: past })
    const next = new Date(Date.now() + DAY)
    await bindToCloud(later, cloud, 'writer', { startsAt: next, endsAt: new Date(+next + DAY) })
    await as(owner).run(setAutoAdd, { cloudId: cloud.id, on: true })
    const rows = await held(cloud.id)
    const of = (membershipId: string) => rows.find((row) => row.membershipId === membershipId)
    expect(of(collaborator.id)).toMatchObject({ role: 'collaborator', endsAt: null })
    expect(of(collaborator.id)?.id).not.toBe(gone.id)
    expect(of(later.id)).toMatchObject({ role: 'writer', startsAt: next })
    const again = await as(collaborator).run(getCloud, { cloudId: cloud.id })
    expect(again.tier).toBe('write')
  })

  test('what was held in projects under a role that has ended does not wake, swept before or not', async () => {
    const { owner, collaborator, secondOwner } = organization
    const cloud = await makeCloud(owner)
    const project = await makeProject(owner, cloud)
    const endsAt = new Date(Date.now() - DAY)
    await bindToCloud(collaborator, cloud, 'owner', { endsAt })
    await bindToProject(collaborator, project, 'owner')
    await bindToProject(secondOwner, project, 'write')
    await as(owner).run(setAutoAdd, { cloudId: cloud.id, on: true })
    await expect(as(collaborator).run(getProject, { projectId: project.id })).toBeProblem(
      'not_found',
    )
    const where = { projectId: project.id, membershipId: { not: owner.id } }
    const left = await inSystem((db) => db.roleBinding.findMany({ where }))
    expect(left.map(({ membershipId }) => membershipId)).toEqual([secondOwner.id])
    await expect(organization).toHaveRecorded('role_binding.ended')
    await expect(organization).toHaveRecorded('role_binding.removed')
  })

  test('whoever joins is on it at once, by either way, and the log says on which', async () => {
    const { id, owner } = organization
    const cloud = await makeCloud(owner, { name: 'prod' })
    await makeCloud(owner, { name: 'closed' })
    await as(owner).run(setAutoAdd, { cloudId: cloud.id, on: true })
    await as(owner).run(createCloud, {
      ...{ name: 'lab', provider: 'AWS', region: 'us-west-2', autoAdd: true },
    })
    const token = await invite(owner, someAddress(), { delivery: 'mail' })
    await as(visitor()).run(acceptAsNew, { token, name: 'New Comer', password })
    const people = [{ email: someAddress(), name: 'Also New', password }]
    await as(owner).run(createMembers, { people })
    for (const { subject, after } of await joins()) {
      expect(after).toMatchObject({ clouds: ['lab', 'prod'], cloudCount: 2 })
      const membershipId = (subject as { id: string }).id
      const where = { organizationId: id, membershipId, origin: 'auto_add' }
      expect(await inSystem((db) => db.roleBinding.count({ where }))).toBe(2)
    }
    expect(await joins()).toHaveLength(2)
  })

  test('a default of read-only counts for those who are there and those who come', async () => {
    const { id, owner, collaborator } = organization
    await as(owner).run(changePolicy, { defaultCloudAccess: 'read_only' })
    const cloud = await makeCloud(owner)
    await as(owner).run(setAutoAdd, { cloudId: cloud.id, on: true })
    for (const who of [collaborator, await makeMember(id)]) {
      expect((await as(who).run(getCloud, { cloudId: cloud.id })).tier).toBe('readonly')
    }
  })

  test('a thousand people are added by one statement', async () => {
    const { id, owner } = organization
    await makeCrowd(id, 1_000)
    const cloud = await makeCloud(owner)
    const { added, members } = await as(owner).run(setAutoAdd, { cloudId: cloud.id, on: true })
    expect({ added, members }).toEqual({ added: 1_003, members: 1_001 })
  })
})

test('turned off takes nothing away, and adds nobody any more; said twice it is said once', async () => {
  const { id, owner, collaborator } = organization
  const { id: cloudId } = await makeCloud(owner)
  const set = (on: boolean) => as(owner).run(setAutoAdd, { cloudId, on })
  await set(true)
  expect((await set(true)).added).toBe(0)
  await set(false)
  expect((await as(collaborator).run(getCloud, { cloudId })).tier).toBe('write')
  expect((await as(await makeMember(id)).run(listClouds, {})).rows).toEqual([])
  await set(false)
  await expect(organization).toHaveRecorded('cloud.auto_add_changed', 2)
})

test('is for owners of the cloud', async () => {
  const { owner, collaborator, stranger } = organization
  const cloud = await makeCloud(owner)
  const on = { cloudId: cloud.id, on: true }
  await expect(as(collaborator).run(setAutoAdd, on)).toBeProblem('not_found')
  await expect(as(stranger).run(setAutoAdd, on)).toBeProblem('not_found')
  await bindToCloud(collaborator, cloud, 'writer')
  await expect(as(collaborator).run(setAutoAdd, on)).toBeProblem('forbidden')
  expect(await held(cloud.id)).toHaveLength(1)
})

test('turned on while people join: nobody is left out, whoever is first', async () => {
  for (let round = 0; round < 2; round++) {
    const { id, owner } = await makeOrganization()
    const { id: cloudId } = await makeCloud(owner)
    const tokens = await Promise.all([1, 2].map(() => invite(owner, someAddress())))
    const joining = tokens.map((token) =>
      as(visitor()).run(acceptAsNew, { token, name: 'New Comer', password }),
    )
    await Promise.all([...joining, as(owner).run(setAutoAdd, { cloudId, on: true })])
    expect(await held(cloudId)).toHaveLength(await peopleOf(id))
  }
})

test('turned on while a join is under way: it waits, and adds whoever joined', async () => {
  const { id, owner } = organization
  const { id: cloudId } = await makeCloud(owner)
  const [joined, over] = [gate(), gate()]
  const who = await makeMember((await makeOrganization()).id)
  const given = { organizationId: id, personId: who.personId, email: who.email, name: who.name }
  const standing = { role: 'collaborator', source: 'invitation', now: new Date() } as const
  // As every acceptance does: behind the lock of the organization.
  const join = inSystem(async (db) => {
    await lock(db, id)
    await db.membership.create({ data: newMembership({ ...given, ...standing }) })
    joined.open()
    await over.passed
  })
  await joined.passed
  const turned = as(owner).run(setAutoAdd, { cloudId, on: true })
  await setTimeout(300)
  over.open()
  await join
  expect((await turned).added).toBe(4)
  expect(await held(cloudId)).toHaveLength(await peopleOf(id))
})
const peopleOf = (organizationId: string) =>
  inSystem((db) => db.membership.count({ where: { organizationId } }))
