import { beforeAll, describe, expect, test } from 'vitest'
import { decide } from '@/lib/domain/decide'
import { grantOnProject } from '@/lib/modules/bindings/commands/grant-on-project'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'
import { acceptAsNew } from '@/lib/modules/invitations/commands/accept-as-new'
import { createProject } from '@/lib/modules/projects/commands/create-project'
import { inSystem } from '@/lib/platform/db/doors'
import { invite, password, visitor } from '@/lib/testing/accounts'
import { as, eventsOf, makeMember, makeOrganization, type TestMember } from '@/lib/testing/people'
import {
  bindToCloud,
  bindToProject,
  makeCloud,
  makeProject,
  makeWorkload,
} from '@/lib/testing/resources'
import { onCloud } from '@/lib/testing/worlds'
import { changeRole } from './commands/change-role'
import { leaveOrganization } from './commands/leave-organization'
import { removeMember } from './commands/remove-member'
import { previewLeaving } from './queries/preview-leaving'
import { previewRemoval } from './queries/preview-removal'

beforeAll(() => makeOrganization())

const bindingsOf = ({ id: membershipId }: { id: string }) =>
  inSystem((db) => db.roleBinding.findMany({ where: { membershipId }, orderBy: { id: 'asc' } }))

/** Somebody who owns a cloud and a project and made another, beside an heir who is on the cloud and one who is not. */
async function world() {
  const given = await onCloud()
  const { id, owner, cloud, cloudOwner: goer, member: outside } = given
  const owned = await makeProject(owner, cloud)
  const made = await makeProject(goer, cloud)
  await bindToProject(goer, owned, 'owner')
  await bindToProject(goer, made, 'owner', { origin: 'creator' })
  const heir = await makeMember(id, 'collaborator', { name: 'Hedda Heir' })
  await bindToCloud(heir, cloud)
  return { ...given, goer, outside, owned, made, heir }
}

describe('what somebody leaves behind', () => {
  test('said before: what they own and made, who owns it then, and what keeps running', async () => {
    const { owner, secondOwner, goer, heir, cloud, owned, made } = await world()
    await bindToProject(heir, owned, 'owner')
    const running = await makeWorkload(goer, made, { name: 'nightly', kind: 'schedule' })
    await makeWorkload(goer, made, { state: 'finished' })
    await makeWorkload(heir, made)
    const { left, roles } = await as(owner).run(previewRemoval, { memberId: goer.id })
    expect(roles).toEqual({ clouds: 1, projects: 2 })
    expect(left.clouds).toMatchObject({
      count: 1,
      rows: [{ id: cloud.id, owns: true, made: false, otherOwners: [] }],
    })
    const projects = new Map(left.projects.rows.map((row) => [row.id, row]))
    expect(projects.size).toBe(2)
    expect(projects.get(owned.id)).toMatchObject({
      owns: true,
      made: false,
      otherOwners: [heir.name],
      cloud: { id: cloud.id },
    })
    expect(projects.get(made.id)).toMatchObject({ owns: true, made: true, otherOwners: [] })
    expect(left.heirs).toEqual({
      count: 2,
      names: expect.arrayContaining([owner.name, secondOwner.name]),
    })
    expect(left.workloads).toMatchObject({ count: 1, rows: [{ id: running.id, kind: 'schedule' }] })
    const own = await as(goer).run(previewLeaving, {})
    expect(own.left.projects.count).toBe(2)
  })

  test('removed, every role ends with an event; leaving is the same in other words', async () => {
    for (const by of ['removed', 'left'] as const) {
      const { id, owner, goer, heir } = await world()
      if (by === 'left') await as(goer).run(leaveOrganization, {})
      else await as(owner).run(removeMember, { memberId: goer.id })
      expect(await bindingsOf(goer)).toEqual([])
      expect(await bindingsOf(heir)).toHaveLength(1)
      const events = (await eventsOf(id)).filter(({ event }) => event === 'role_binding.removed')
      expect(events.map(({ after }) => after)).toEqual(Array(3).fill({ because: by }))
      const gone = (await eventsOf(id)).find(({ event }) => event === `member.${by}`)
      expect(gone?.after).toMatchObject({ roles: 3 })
    }
  })

  test('whoever comes back has a new id and none of it', async () => {
    const { owner, goer, cloud, made } = await world()
    await as(owner).run(removeMember, { memberId: goer.id })
    const token = await invite(owner, goer.email)
    await as(visitor()).run(acceptAsNew, { token, name: goer.name, password })
    const again = await inSystem((db) =>
      db.membership.findFirstOrThrow({ where: { email: goer.email, endedAt: null } }),
    )
    expect(again.id).not.toBe(goer.id)
    expect(await bindingsOf(again)).toEqual([])
    const list = await as(owner).run(listOnProject, { projectId: made.id })
    expect(list.rows).toEqual([])
    const { rows } = await as(owner).run(listOnCloud, { cloudId: cloud.id })
    expect(rows.map(({ member }) => member.email)).not.toContain(goer.email)
  })
})

describe('handing over', () => {
  const remove = (who: TestMember, { id: memberId }: TestMember, handOver: object[]) =>
    as(who).run(removeMember, { memberId, handOver: handOver as never })

  test('in the same transaction somebody else owns it, and gets on the cloud by it', async () => {
    const { id, owner, goer, heir, outside, cloud, owned, made } = await world()
    await bindToProject(heir, owned, 'write', { endsAt: new Date(Date.now() + 86_400_000) })
    await remove(owner, goer, [
      { projectId: owned.id, to: heir.id },
      { projectId: made.id, to: outside.id },
      { cloudId: cloud.id, to: heir.id },
    ])
    const held = async (who: TestMember) =>
      (await bindingsOf(who))
        .map(({ role, projectId, endsAt }) => ({ role, projectId, endsAt }))
        .sort((a, b) => `${a.projectId}`.localeCompare(`${b.projectId}`))
    const own = (projectId: string | null, role = 'owner') => ({ role, projectId, endsAt: null })
    expect(await held(heir)).toEqual(expect.arrayContaining([own(null), own(owned.id)]))
    expect(await held(outside)).toEqual(
      expect.arrayContaining([own(null, 'collaborator'), own(made.id)]),
    )
    const events = await eventsOf(id)
    const because = events.flatMap(({ event, after }) =>
      (after as { because?: string } | null)?.because === 'handed_over' ? [event] : [],
    )
    expect(because.sort()).toEqual([
      'role_binding.changed',
      'role_binding.changed',
      'role_binding.created',
      'role_binding.created',
    ])
    const gone = events.find(({ event }) => event === 'member.removed')
    expect(gone?.after).toMatchObject({ handedOver: 3 })
    // The heir acts as an owner at once.
    const grants = [{ memberId: outside.id, role: 'owner' as const }]
    await as(heir).run(grantOnProject, { projectId: owned.id, grants })
  })

  test('one that cannot be is said before anything is done', async () => {
    const { id, owner, secondOwner, goer, heir, cloud, owned } = await world()
    const limited = await makeMember(id)
    await bindToCloud(limited, cloud, 'collaborator', { readOnly: true })
    const other = await makeProject(owner, await makeCloud(owner))
    const fine = { projectId: owned.id, to: heir.id }
    for (const [wrong, code] of [
      [{ projectId: owned.id, to: goer.id }, 'conflict'],
      [{ projectId: owned.id, to: secondOwner.id }, 'conflict'],
      [{ projectId: owned.id, to: limited.id }, 'conflict'],
      [{ projectId: owned.id, to: 'ide_unknown' }, 'not_found'],
      [{ projectId: other.id, to: heir.id }, 'conflict'],
      [{ projectId: 'prj_unknown', to: heir.id }, 'conflict'],
      [{ to: heir.id }, 'invalid_input'],
    ] as const)
      await expect(remove(owner, goer, [fine, wrong])).toBeProblem(code)
    expect(await bindingsOf(heir)).toHaveLength(1)
    expect(await bindingsOf(goer)).toHaveLength(3)
    await expect({ id }).toHaveRecorded('member.removed', 0)
  })
})

describe('an organization owner who is made a collaborator', () => {
  test('keeps the dormant rows and explicit grants, and nothing else', async () => {
    const { id, owner, secondOwner, cloud } = await onCloud()
    const open = await makeCloud(owner, { autoAdd: true })
    const project = await as(secondOwner).run(createProject, {
      cloudId: open.id,
      name: 'theirs',
      isPublic: false,
    })
    await bindToCloud(secondOwner, open, 'collaborator', { origin: 'auto_add' })
    const listed = await as(owner).run(listOnCloud, { cloudId: open.id })
    expect(listed.rows).toEqual([])
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    const after = await as(owner).run(listOnCloud, { cloudId: open.id })
    expect(after.rows).toMatchObject([{ tier: 'write', origin: 'auto_add' }])
    const { rows } = await as(secondOwner).run(listOnProject, { projectId: project.id })
    expect(rows).toMatchObject([{ origin: 'creator', tier: 'owner' }])
    await expect(as(secondOwner).run(listOnCloud, { cloudId: cloud.id })).toBeProblem('not_found')
    await expect(as(secondOwner).run(listOnCloud, { cloudId: open.id })).toBeProblem('forbidden')
    expect(decide({ organizationRole: 'collaborator' }, 'cloud.grant').allowed).toBe(false)
    await expect({ id }).toHaveRecorded('role_binding.removed', 0)
  })
})
