import { beforeAll, describe, expect, test } from 'vitest'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { as, makeKey, makeMember, makeOrganization, type TestMember } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { checkAccess } from './queries/check-access'
import { checkAccessOfMember } from './queries/check-access-of-member'
import { explainAccess } from './queries/explain-access'
import { explainAccessOfMember } from './queries/explain-access-of-member'

const HOUR = 3_600_000 // ms

async function world() {
  const organization = await makeOrganization()
  const { id, owner } = organization
  const cloud = await makeCloud(owner, { name: 'prod-us-west-2' })
  const project = await makeProject(owner, cloud, { name: 'grasp-policy-rl' })
  const [writer, cloudOwner] = [await makeMember(id), await makeMember(id)]
  await bindToCloud(writer, cloud)
  await bindToProject(writer, project, 'write', { endsAt: new Date(Date.now() + HOUR) })
  await bindToCloud(cloudOwner, cloud, 'owner')
  const on = (permission: 'project.read' | 'workload.run' | 'project.delete') => ({
    resource: { kind: 'project', id: project.id },
    permission,
  })
  return { ...organization, cloud, project, writer, cloudOwner, on }
}
let here: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  here = await world()
})

const allowed = (who: TestMember, question: Parameters<typeof here.on>[0]) =>
  as(who)
    .run(checkAccess, here.on(question))
    .then((answer) => answer.allowed)

describe('a question about oneself', () => {
  test('is answered for a cloud and for a project, for sessions and keys alike', async () => {
    for (const who of [
      here.writer,
      { ...here.writer, caller: (await makeKey(here.writer)).caller },
    ]) {
      expect(await allowed(who as TestMember, 'workload.run')).toBe(true)
      expect(await allowed(who as TestMember, 'project.delete')).toBe(false)
    }
    expect(await allowed(here.cloudOwner, 'project.delete')).toBe(true)
    expect(await allowed(here.owner, 'project.delete')).toBe(true)
  })

  test('a place that one may not read is an unknown one, but not to owners', async () => {
    for (const use of [checkAccess, explainAccess]) {
      const unknown = { kind: 'project', id: 'prj_unknown' }
      const asked = here.on('project.read')
      for (const resource of [asked.resource, unknown]) {
        await expect(as(here.collaborator).run(use, { ...asked, resource })).toBeProblem(
          'not_found',
          /^There is no such cloud or project in this organization\.$/,
        )
      }
      await as(here.owner).run(use, asked)
      await expect(as(here.stranger).run(use, asked)).toBeProblem('not_found')
    }
  })

  test('what means nothing on a thing is denied, and cannot be explained', async () => {
    const resource = { kind: 'cloud', id: here.cloud.id }
    const question = { resource, permission: 'project.delete' } as const
    expect(await as(here.owner).run(checkAccess, question)).toEqual({
      allowed: false,
      reason: 'This is asked of a project. Name one.',
    })
    await expect(as(here.owner).run(explainAccess, question)).toBeProblem('invalid_input')
  })
})

describe('a question about others', () => {
  test('is for those who may read it, by identity, user id or email', async () => {
    const { id, userId, email } = here.writer
    for (const member of [id, userId, email.toUpperCase()]) {
      const question = { member, ...here.on('workload.run') }
      expect(await as(here.owner).run(checkAccessOfMember, question)).toEqual({
        allowed: true,
        reason: null,
      })
    }
    const question = { member: id, ...here.on('workload.run') }
    await expect(as(here.cloudOwner).run(checkAccessOfMember, question)).toBeProblem('forbidden')
    await expect(as(here.writer).run(explainAccessOfMember, question)).toBeProblem('forbidden')
    for (const member of ['ide_unknown', here.stranger.id]) {
      await expect(as(here.owner).run(checkAccessOfMember, { ...question, member })).toBeProblem(
        'not_found',
      )
    }
  })

  test('somebody who is suspended may do nothing, and being restored is all it takes', async () => {
    const { owner, writer, on, secondOwner } = await world()
    await as(owner).run(suspendMember, { memberId: writer.id })
    const question = { member: writer.id, ...on('workload.run') }
    const told = await as(owner).run(explainAccessOfMember, question)
    expect(told).toMatchObject({ allowed: false, tier: null, member: { suspended: true } })
    expect(told.heldBack).toContainEqual({ kind: 'suspended' })
    expect(told.grants).toEqual([[{ kind: 'restore', by: 'member.restore' }]])
    const names = [owner.name, secondOwner.name].sort()
    expect(told.deciders).toEqual([
      { permission: 'member.restore', words: 'owners', names, count: 2 },
    ])
  })
})

describe('an explanation', () => {
  test('of an allowance: every step, its row, when it ends, and what takes it away', async () => {
    const told = await as(here.writer).run(explainAccess, here.on('workload.run'))
    expect(told.steps.map(({ kind }) => kind)).toEqual([
      'member',
      'cloud_role',
      'project_role',
      'permission',
    ])
    expect(told).toMatchObject({
      allowed: true,
      reason: null,
      tier: 'write',
      place: { kind: 'project', name: 'grasp-policy-rl', cloud: { name: 'prod-us-west-2' } },
      heldBack: [],
      grants: [],
      supports: [[{ kind: 'cloud_role' }], [{ kind: 'project_role' }]],
    })
    const ends = told.bindings.find(({ endsAt }) => endsAt !== null)?.endsAt
    expect(told.until).toBe(ends)
    expect(told.deciders.map(({ permission }) => permission)).toEqual([
      'cloud.grant',
      'project.grant',
    ])
  })

  test('of a denial: what is missing and who could give it, nearest first', async () => {
    const told = await as(here.writer).run(explainAccess, here.on('project.delete'))
    expect(told).toMatchObject({
      allowed: false,
      reason: 'Only owners of the project can delete a project.',
      grants: [[{ kind: 'project_role', role: 'owner', by: 'project.grant' }]],
      supports: [],
      until: null,
    })
    const [first] = told.deciders
    expect(first).toMatchObject({ words: 'owners of the project', count: 3 })
    expect(first?.names[0]).toBe(here.cloudOwner.name)
  })

  test('a demotion shows at once, and the rows of a former owner wake', async () => {
    const { owner, secondOwner, cloud, on } = await world()
    await bindToCloud(secondOwner, cloud, 'collaborator', { readOnly: true })
    const before = await as(secondOwner).run(explainAccess, on('project.read'))
    expect(before.steps[1]).toEqual({ kind: 'implicit_owner' })
    expect(before.heldBack).toMatchObject([{ kind: 'dormant' }])
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    const question = { member: secondOwner.id, ...on('workload.run') }
    const after = await as(owner).run(explainAccessOfMember, question)
    expect(after.grants).toEqual([
      [
        {
          kind: 'cloud_role',
          role: 'collaborator',
          readOnly: false,
          tier: 'write',
          by: 'cloud.grant',
        },
        { kind: 'project_role', role: 'write', by: 'project.grant' },
      ],
    ])
  })
})
