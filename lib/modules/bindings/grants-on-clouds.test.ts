import { beforeAll, describe, expect, test } from 'vitest'
import { as, eventsOf, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeProject } from '@/lib/testing/resources'
import { onCloud as world } from '@/lib/testing/worlds'
import { changeOnCloud } from './commands/change-on-cloud'
import { grantOnCloud } from './commands/grant-on-cloud'
import { grantOnProject } from './commands/grant-on-project'
import { removeFromCloud } from './commands/remove-from-cloud'
import { candidatesOnCloud } from './queries/candidates-on-cloud'
import { listOnCloud } from './queries/list-on-cloud'
import { listOnProject } from './queries/list-on-project'

beforeAll(() => makeOrganization())

describe('binding.grant_on_cloud', () => {
  test('gives a role, with who gave it and when; the event names all', async () => {
    const { id, owner, member, cloud, cloudId } = await world()
    const { results } = await as(owner).run(grantOnCloud, {
      cloudId,
      grants: [{ memberId: member.id, role: 'writer' }],
    })
    expect(results).toMatchObject([{ memberId: member.id, status: 'granted' }])
    const { rows, total } = await as(owner).run(listOnCloud, { cloudId, search: member.email })
    expect(total).toEqual({ count: 1, more: false })
    expect(rows[0]).toMatchObject({
      member: { id: member.id, email: member.email },
      role: 'writer',
      tier: 'write',
      readOnly: false,
      origin: 'direct',
      binding: { createdBy: { id: owner.id, removed: false } },
    })
    const event = (await eventsOf(id)).find((each) => each.event === 'role_binding.created')
    expect(event).toMatchObject({
      subject: { kind: 'role_binding', label: member.name, of: member.id },
      after: { member: member.name, cloud: cloud.name, role: 'writer', readOnly: false },
    })
  })

  test('who has a role keeps it, with the documented sentence', async () => {
    const { id, owner, member, cloud, cloudId } = await world()
    await bindToCloud(member, cloud, 'writer')
    const grants = [{ email: member.email, role: 'collaborator', readOnly: true } as const]
    const { results } = await as(owner).run(grantOnCloud, { cloudId, grants })
    const detail = `User with email ${member.email} already has permissions for this cloud.`
    expect(results).toMatchObject([{ status: 'already', code: 'conflict', detail }])
    await expect({ id }).toHaveRecorded('role_binding.created', 0)
    const all = { allOrNothing: true, already: 'refused' } as const
    await expect(as(owner).run(grantOnCloud, { cloudId, grants, ...all })).toBeProblem(
      'conflict',
      /already has permissions for this cloud/,
    )
  })
})

test('a page by name, and a project needs a role on its cloud', async () => {
  const { owner, cloud, cloudId, cloudOwner, member } = await world()
  const project = await makeProject(owner, cloud)
  const grants = [{ memberId: member.id, role: 'write' } as const]
  const refused = await as(owner).run(grantOnProject, { projectId: project.id, grants })
  expect(refused.results[0]).toMatchObject({ status: 'refused', code: 'forbidden' })
  await bindToCloud(member, cloud)
  await as(cloudOwner).run(grantOnProject, { projectId: project.id, grants })
  const page = await as(owner).run(listOnProject, { projectId: project.id, inherited: true })
  expect(page.rows).toMatchObject([{ member: { id: member.id }, role: 'write', tier: 'write' }])
  expect(page.inherited).toMatchObject({
    owners: { count: 2 },
    cloudOwners: { count: 1, names: [cloudOwner.name] },
    everyone: null,
  })
  const removed = await as(cloudOwner).run(removeFromCloud, { cloudId, memberId: member.id })
  expect(removed.projects).toBe(1)
  await bindToCloud(member, cloud)
  await bindToProject(member, project)
  const found = await as(cloudOwner).run(candidatesOnCloud, { cloudId, search: member.email })
  expect(found).toMatchObject({ rows: [{ id: member.id, onCloud: true }], exactOnly: true })
  await as(cloudOwner).run(changeOnCloud, {
    cloudId,
    memberId: member.id,
    role: 'collaborator',
    readOnly: true,
  })
})
