import { expect, test } from 'vitest'
import { tierOnCloud, tierOnProject } from '@/lib/domain/decide'
import { inTenant } from '@/lib/platform/db/doors'
import { readTarget } from '@/lib/platform/db/targets'
import { apiOf } from '@/lib/testing/api'
import { as, makeMember, makeOrganization, type TestMember } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { suspendMember } from './commands/suspend-member'
import { listMembers } from './queries/list-members'

const day = 86_400_000
const later = new Date(Date.now() + day)
const before = new Date(Date.now() - day)

/** Somebody in every standing that matters for a cloud and a private project of it. */
async function aWorld() {
  const { id, owner, secondOwner, stranger } = await makeOrganization()
  const cloud = await makeCloud(owner)
  const project = await makeProject(owner, cloud)
  const other = await makeCloud(owner)
  const people: Record<string, TestMember> = { owner, secondOwner }
  const add = async (name: string) => {
    people[name] = await makeMember(id, 'collaborator', { name })
    return people[name]
  }
  await add('nothing')
  await bindToCloud(await add('onCloud'), cloud)
  await bindToCloud(await add('readOnly'), cloud, 'collaborator', { readOnly: true })
  await bindToCloud(await add('viewer'), cloud, 'project_viewer')
  await bindToCloud(await add('cloudOwner'), cloud, 'owner')
  await bindToCloud(await add('over'), cloud, 'writer', { endsAt: before })
  await bindToCloud(await add('notYet'), cloud, 'writer', { startsAt: later })
  await bindToCloud(await add('elsewhere'), other)
  await bindToProject(await add('withoutCloud'), project)
  await bindToCloud(await add('inProject'), cloud)
  await bindToProject(people.inProject as TestMember, project, 'readonly', { endsAt: later })
  await bindToCloud(await add('wasInProject'), cloud)
  await bindToProject(people.wasInProject as TestMember, project, 'owner', { endsAt: before })
  await bindToCloud(await add('suspended'), cloud)
  await as(owner).run(suspendMember, { memberId: people.suspended?.id ?? '' })
  return { id, owner, stranger, cloud, project, people }
}

test('“has access to” lists exactly whom the policy gives anything there', async () => {
  const { owner, cloud, project, people } = await aWorld()
  const places = [
    [cloud.id, { cloud: cloud.id }],
    [project.id, { project: project.id }],
    [cloud.project.id, { project: cloud.project.id }],
  ] as const
  for (const [access, place] of places) {
    const expected: string[] = []
    for (const member of Object.values(people)) {
      const target = await inTenant(owner.organizationId, (db) =>
        readTarget(db, place, member.id, new Date()),
      )
      const held = { organizationRole: member.role, ...(target && { chain: target.chain }) }
      const tier = target?.project ? tierOnProject(held) : tierOnCloud(held)
      if (tier && member !== people.suspended) expected.push(member.id)
    }
    for (const sort of ['name', 'email', 'joined', 'active'] as const) {
      const { rows, total } = await as(owner).run(listMembers, { access, sort })
      expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort())
      expect(total).toEqual({ count: expected.length, more: false })
    }
  }
})

test('by the API too, together with other filters; a foreign or unknown place is nobody’s', async () => {
  const { owner, stranger, cloud, people } = await aWorld()
  const call = await apiOf(owner, '/api/gatehouse/v1')
  const { body } = await call(`/members/?access=${cloud.id}&role=owner`)
  expect(body.results.map(({ id }: { id: string }) => id).sort()).toEqual(
    [owner.id, people.secondOwner?.id].sort(),
  )
  const found = await as(owner).run(listMembers, { access: cloud.id, search: 'oncloud' })
  expect(found.rows.map(({ id }) => id)).toEqual([people.onCloud?.id])
  for (const access of [cloud.id, 'cld_none', 'prj_none', "x' OR true --"]) {
    const { rows } = await as(stranger).run(listMembers, { access })
    expect(rows).toEqual([])
  }
  expect((await as(owner).run(listMembers, { access: cloud.id, state: 'removed' })).rows).toEqual(
    [],
  )
  expect((await as(owner).run(listMembers, { access: cloud.id, state: 'suspended' })).rows).toEqual(
    [],
  )
})
