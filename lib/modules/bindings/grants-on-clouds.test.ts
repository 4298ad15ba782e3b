import { beforeAll, describe, expect, test } from 'vitest'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { inSystem } from '@/lib/platform/db/doors'
import { as, eventsOf, makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { onCloud as world } from '@/lib/testing/worlds'
import { changeOnCloud } from './commands/change-on-cloud'
import { grantOnCloud } from './commands/grant-on-cloud'
import { removeFromCloud } from './commands/remove-from-cloud'
import { candidatesOnCloud } from './queries/candidates-on-cloud'
import { listOnCloud } from './queries/list-on-cloud'
import { previewRemovalFromCloud } from './queries/preview-removal'

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

  test('each for itself, or all or nobody; the same person twice has it already', async () => {
    const { id, owner, member, cloudId } = await world()
    const grants = [
      { memberId: member.id, role: 'writer' as const },
      { userId: member.userId, role: 'owner' as const },
      { memberId: owner.id, role: 'writer' as const },
      { email: 'nobody@halden.example', role: 'writer' as const },
    ]
    const many = { cloudId, grants, allOrNothing: true }
    await expect(as(owner).run(grantOnCloud, many)).toBeProblem('own_membership')
    await expect({ id }).toHaveRecorded('role_binding.created', 0)
    const { results } = await as(owner).run(grantOnCloud, { cloudId, grants })
    expect(results.map(({ status, code }) => [status, code])).toEqual([
      ['granted', undefined],
      ['already', 'conflict'],
      ['refused', 'own_membership'],
      ['refused', 'not_found'],
    ])
    await expect({ id }).toHaveRecorded('role_binding.created', 1)
  })

  test('a cloud owner who owns no organization adds by the exact email alone', async () => {
    const { owner, cloudOwner, member, cloudId, stranger } = await world()
    const give = (grant: { email: string } | { memberId: string }) =>
      as(cloudOwner)
        .run(grantOnCloud, { cloudId, grants: [{ ...grant, role: 'collaborator' }] })
        .then(({ results: [result] }) => result)
    expect(await give({ memberId: member.id })).toMatchObject({ code: 'not_found', name: null })
    expect(await give({ email: stranger.email })).toMatchObject({ code: 'not_found' })
    expect(await give({ email: member.email.toUpperCase() })).toMatchObject({ status: 'granted' })
    expect(await give({ memberId: member.id })).toMatchObject({ status: 'already' })
    expect(await give({ email: owner.email })).toMatchObject({ code: 'forbidden' })
    const found = (search: string) => as(cloudOwner).run(candidatesOnCloud, { cloudId, search })
    expect(await found('carl')).toEqual({ rows: [], exactOnly: true })
    const exact = await found(member.email)
    expect(exact.rows).toMatchObject([{ id: member.id, held: { role: 'collaborator' } }])
    const all = await as(owner).run(candidatesOnCloud, { cloudId, search: 'carl' })
    expect(all).toMatchObject({ rows: [{ id: member.id, onCloud: true }], exactOnly: false })
  })

  test('whoever may not grant is told why; whoever is not on the cloud finds none', async () => {
    const { member, cloud, cloudId, stranger } = await world()
    const input = { cloudId, grants: [{ memberId: member.id, role: 'owner' as const }] }
    await expect(as(member).run(grantOnCloud, input)).toBeProblem('not_found')
    await expect(as(stranger).run(grantOnCloud, input)).toBeProblem('not_found')
    await bindToCloud(member, cloud, 'writer')
    await expect(as(member).run(grantOnCloud, input)).toBeProblem(
      'forbidden',
      /owners of the cloud/,
    )
    await expect(as(member).run(listOnCloud, { cloudId })).toBeProblem('forbidden')
  })
})

describe('binding.change_on_cloud', () => {
  test('in place, whole, once; owner beside the limit is refused', async () => {
    const { id, owner, cloudOwner, member, cloud, cloudId } = await world()
    await bindToCloud(member, cloud, 'collaborator', { origin: 'auto_add' })
    const to = { cloudId, memberId: member.id }
    const limited = { ...to, role: 'collaborator', readOnly: true } as const
    const after = await as(cloudOwner).run(changeOnCloud, { ...limited, expectedVersion: 1 })
    expect(after).toMatchObject({ readOnly: true, tier: 'readonly', origin: 'direct' })
    expect(after.binding).toMatchObject({ version: 2, createdBy: { id: cloudOwner.id } })
    await as(owner).run(changeOnCloud, limited)
    await expect({ id }).toHaveRecorded('role_binding.changed', 1)
    const stale = { ...to, role: 'owner', expectedVersion: 1 } as const
    await expect(as(owner).run(changeOnCloud, stale)).toBeProblem('stale', /Nothing was saved/)
    await expect(
      as(owner).run(changeOnCloud, { ...to, role: 'owner', readOnly: true }),
    ).toBeProblem('invalid_input', /cannot be read only/)
    // A plain member may own a cloud (issue 7 §2).
    expect(await as(owner).run(changeOnCloud, { ...to, role: 'owner' })).toMatchObject({
      tier: 'owner',
    })
  })

  test('never one’s own, never an organization owner’s', async () => {
    const { owner, secondOwner, cloudOwner, cloud, cloudId } = await world()
    const own = { cloudId, memberId: cloudOwner.id, role: 'collaborator' } as const
    await expect(as(cloudOwner).run(changeOnCloud, own)).toBeProblem(
      'own_membership',
      /cannot modify your own role/,
    )
    await expect(as(owner).run(changeOnCloud, { ...own, memberId: owner.id })).toBeProblem(
      'own_membership',
    )
    const other = { ...own, memberId: secondOwner.id, orGrant: true }
    await expect(as(owner).run(changeOnCloud, other)).toBeProblem('forbidden', /organization owner/)
    await bindToCloud(secondOwner, cloud, 'collaborator', { origin: 'auto_add' })
    for (const who of [owner, cloudOwner])
      await expect(as(who).run(changeOnCloud, other)).toBeProblem('forbidden', /organization owner/)
    const removal = { cloudId, memberId: secondOwner.id }
    await expect(as(owner).run(removeFromCloud, removal)).toBeProblem('forbidden')
  })

  test('who holds none is unknown, or is given it where that is asked for', async () => {
    const { id, owner, cloudOwner, member, cloudId } = await world()
    const to = { cloudId, userId: member.userId, role: 'writer' } as const
    await expect(as(owner).run(changeOnCloud, to)).toBeProblem('not_found', /has no role on/)
    // A cloud owner is not told who is in the organization.
    await expect(as(cloudOwner).run(changeOnCloud, { ...to, orGrant: true })).toBeProblem(
      'not_found',
      /no such member/,
    )
    const given = await as(owner).run(changeOnCloud, { ...to, orGrant: true })
    expect(given).toMatchObject({ role: 'writer', origin: 'direct' })
    await expect({ id }).toHaveRecorded('role_binding.created', 1)
    await as(owner).run(removeFromCloud, { cloudId, memberId: member.id })
  })

  test('suspended, a holder has nothing in effect and keeps the row', async () => {
    const { owner, member, cloud, cloudId } = await world()
    await bindToCloud(member, cloud, 'writer')
    await as(owner).run(suspendMember, { memberId: member.id })
    const { rows } = await as(owner).run(listOnCloud, { cloudId, search: member.email })
    expect(rows).toMatchObject([{ tier: null, role: 'writer', member: { suspended: true } }])
  })
})

describe('binding.remove_from_cloud', () => {
  test('takes the roles in its projects along, an event each, and none elsewhere', async () => {
    const { id, owner, cloudOwner, member, cloud, cloudId } = await world()
    const other = await makeCloud(owner)
    await bindToCloud(member, cloud)
    await bindToCloud(member, other)
    const first = await makeProject(owner, cloud)
    await bindToProject(member, first, 'owner')
    await bindToProject(member, cloud.project)
    await bindToProject(member, await makeProject(owner, other), 'owner')
    const at = { cloudId, memberId: member.id }
    const said = await as(cloudOwner).run(previewRemovalFromCloud, at)
    expect(said.held).toMatchObject({ role: 'collaborator', projects: 2 })
    expect(said.projects.map(({ name }) => name).sort()).toEqual(['default', first.name])
    const done = await as(cloudOwner).run(removeFromCloud, at)
    expect(done).toEqual({ id: member.id, name: member.name, projects: 2 })
    const events = (await eventsOf(id)).filter(({ event }) => event === 'role_binding.removed')
    const why = events.flatMap(({ after }) => after ?? [])
    expect(why).toEqual(Array(2).fill({ because: 'cloud_role_removed' }))
    expect(events).toHaveLength(3)
    expect(events.map(({ before }) => (before as { project?: string }).project)).toContain(
      first.name,
    )
    const where = { membershipId: member.id, cloudId }
    expect(await inSystem((db) => db.roleBinding.count({ where }))).toBe(0)
    const there = await as(owner).run(listOnCloud, { cloudId: other.id })
    expect(there.rows).toMatchObject([{ member: { id: member.id }, projects: 1 }])
    await expect(as(cloudOwner).run(removeFromCloud, at)).toBeProblem('not_found')
  })

  test('not oneself, and nobody while the cloud adds everybody', async () => {
    const { owner, cloudOwner, member, cloud, cloudId, id } = await world()
    const own = { cloudId, memberId: cloudOwner.id }
    await expect(as(cloudOwner).run(removeFromCloud, own)).toBeProblem(
      'own_membership',
      /cannot remove yourself/,
    )
    const open = await makeCloud(owner, { autoAdd: true })
    const added = await makeMember(id)
    const at = { cloudId: open.id, memberId: added.id }
    for (const use of [removeFromCloud, previewRemovalFromCloud])
      await expect(as(owner).run(use, at)).toBeProblem(
        'conflict',
        /^Users cannot be removed from clouds which have auto add users enabled\.$/,
      )
    await bindToCloud(member, cloud, 'writer')
    await expect(as(member).run(removeFromCloud, { cloudId, memberId: cloudOwner.id })).toBeProblem(
      'forbidden',
    )
  })
})
