import { beforeAll, expect, test } from 'vitest'
import { checkAccess } from '@/lib/modules/access/queries/check-access'
import { checkAccessOfMember } from '@/lib/modules/access/queries/check-access-of-member'
import { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'
import { getCloud } from '@/lib/modules/clouds/queries/get-cloud'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { previewRemoval } from '@/lib/modules/members/queries/preview-removal'
import { getProject } from '@/lib/modules/projects/queries/get-project'
import { listWorkloadsInProject } from '@/lib/modules/workloads/queries/list-workloads-in-project'
import { as, makeKey, makeMember } from '../people'
import { bindToCloud, bindToProject, makeProject, makeWorkload } from '../resources'
import { type FactsWorld, factsWorld, whoMay } from './world'

// anyscale-iam.md §1.6. Deleting several at once: lib/modules/operations.
let world: FactsWorld
beforeAll(async () => {
  world = await factsWorld()
}, 120_000)

/** Somebody who owns a project that they made, and runs something in it. */
async function busy() {
  const { id, cloud } = world
  const member = await makeMember(id)
  await bindToCloud(member, cloud)
  const project = await makeProject(member, cloud)
  await bindToProject(member, project, 'owner', { origin: 'creator' })
  const workload = await makeWorkload(member, project)
  return { member, project, workload }
}

test('an owner must be made a collaborator first; nobody removes or modifies themselves', async () => {
  const { owner, secondOwner } = world
  await expect(as(owner).run(removeMember, { memberId: secondOwner.id })).toBeProblem(
    'demote_first',
  )
  await expect(as(owner).run(removeMember, { memberId: owner.id })).toBeProblem('own_membership')
  const change = { memberId: owner.id, role: 'collaborator' } as const
  await expect(as(owner).run(changeRole, change)).toBeProblem('own_membership')
})

test('sign-in and tokens stop working', async () => {
  const { member } = await busy()
  const key = await makeKey(member)
  const question = { resource: world.places.cloud, permission: 'cloud.read' } as const
  expect((await as(key).run(checkAccess, question)).allowed).toBe(true)
  await as(world.owner).run(removeMember, { memberId: member.id })
  for (const who of [member, key]) {
    await expect(as(who).run(checkAccess, question)).toBeProblem('unauthenticated')
  }
})

test('workspaces, jobs and services keep running, and the dialog says which', async () => {
  const { owner } = world
  const { member, project, workload } = await busy()
  const { left } = await as(owner).run(previewRemoval, { memberId: member.id })
  expect(left.workloads.rows.map(({ id }) => id)).toEqual([workload.id])
  await as(owner).run(removeMember, { memberId: member.id })
  const found = await as(owner).run(listWorkloadsInProject, { projectId: project.id })
  expect(found.rows).toMatchObject([
    { id: workload.id, state: 'running', creator: { removed: true } },
  ])
})

test('projects: organization owners become implicit owners and may give the ownership to somebody else', async () => {
  const { owner, onCloud } = world
  const [first, second] = [await busy(), await busy()]
  const { left } = await as(owner).run(previewRemoval, { memberId: first.member.id })
  expect(left.projects.rows).toMatchObject([{ id: first.project.id, owns: true, made: true }])
  expect(left.heirs.names).toContain(owner.name)
  await as(owner).run(removeMember, { memberId: first.member.id })
  const alone = await as(owner).run(listOnProject, { projectId: first.project.id, inherited: true })
  expect(alone.rows).toEqual([])
  expect(alone.inherited?.owners.count).toBe(2)
  const told = await as(owner).run(getProject, { projectId: first.project.id })
  expect(told).toMatchObject({ tier: 'owner', creator: { removed: true } })
  await as(owner).run(removeMember, {
    memberId: second.member.id,
    handOver: [{ projectId: second.project.id, to: onCloud.id }],
  })
  const handed = await as(owner).run(listOnProject, { projectId: second.project.id })
  expect(handed.rows).toMatchObject([{ member: { id: onCloud.id }, role: 'owner' }])
})

test('clouds: the creator is gone, the cloud stays', async () => {
  const { owner, cloudId, cloudOwner } = world
  await as(owner).run(removeMember, { memberId: cloudOwner.id })
  expect(await as(owner).run(getCloud, { cloudId })).toMatchObject({ id: cloudId, tier: 'owner' })
})

test('whoever comes back has a new user id and none of the former roles', async () => {
  const { owner, id, cloud } = world
  const { member, project } = await busy()
  await as(owner).run(removeMember, { memberId: member.id })
  const back = await makeMember(id, 'collaborator', { email: `back.${member.email}` })
  expect(back.userId).not.toBe(member.userId)
  const places = { ...world.places, private: { kind: 'project', id: project.id } }
  const here = { ...world, places, outsider: back }
  expect(await whoMay(here, 'project.read', 'private', ['outsider'])).toEqual([])
  expect(await whoMay(here, 'cloud.read', 'cloud', ['outsider'])).toEqual([])
  const resource = { kind: 'cloud', id: cloud.id }
  await expect(
    as(owner).run(checkAccessOfMember, { member: member.id, resource, permission: 'cloud.read' }),
  ).toBeProblem('not_found')
})

test('the last owner stays: their own role and their removal are both blocked', async () => {
  const { owner, secondOwner } = world
  await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
  await expect(as(owner).run(changeRole, { memberId: owner.id, role: 'collaborator' })).toBeProblem(
    'own_membership',
  )
  await expect(as(secondOwner).run(removeMember, { memberId: owner.id })).toBeProblem('forbidden')
})
