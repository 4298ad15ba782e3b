import { beforeAll, describe, expect, test } from 'vitest'
import { as, eventsOf, makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeProject } from '@/lib/testing/resources'
import { onCloud } from '@/lib/testing/worlds'
import { changeOnProject } from './commands/change-on-project'
import { grantOnProject } from './commands/grant-on-project'
import { removeFromProject } from './commands/remove-from-project'
import { candidatesOnProject } from './queries/candidates-on-project'
import { listOnProject } from './queries/list-on-project'

beforeAll(() => makeOrganization())

/** A private project with an owner of its own, a colleague on the cloud and somebody who is not on it. */
async function world() {
  const given = await onCloud()
  const { id, owner, cloud, member: outside } = given
  const project = await makeProject(owner, cloud)
  const [projectOwner, colleague] = [
    await makeMember(id, 'collaborator', { name: 'Pia Project' }),
    await makeMember(id, 'collaborator', { name: 'Cora Colleague' }),
  ]
  await bindToCloud(projectOwner, cloud)
  await bindToProject(projectOwner, project, 'owner')
  await bindToCloud(colleague, cloud)
  return { ...given, project, projectId: project.id, projectOwner, colleague, outside }
}

describe('binding.grant_on_project', () => {
  test('a project owner picks among the people on its cloud, and learns of nobody else', async () => {
    const { projectOwner, colleague, outside, owner, projectId, cloud, stranger } = await world()
    const give = (who: typeof owner, grant: { email: string } | { memberId: string }) =>
      as(who)
        .run(grantOnProject, { projectId, grants: [{ ...grant, role: 'write' }] })
        .then(({ results: [result] }) => result)
    const refused = [
      await give(projectOwner, { email: outside.email }),
      await give(projectOwner, { email: stranger.email }),
    ].map((result) => JSON.stringify(result).replaceAll(/[\w.]+@[\w.]+/g, '…'))
    expect(refused[0]).toBe(refused[1])
    expect(refused[0]).toContain('A role in a project needs one there first')
    expect(await give(projectOwner, { memberId: outside.id })).toMatchObject({
      status: 'refused',
      code: 'forbidden',
      name: null,
    })
    // Those who know everybody are told whom it is about.
    const told = await give(owner, { memberId: outside.id })
    expect(told?.detail).toBe(
      `${outside.name} has no role on the cloud ${cloud.name}. A role in a project needs one there first.`,
    )
    expect(await give(owner, { email: stranger.email })).toMatchObject({ code: 'not_found' })
    expect(await give(projectOwner, { email: colleague.email })).toMatchObject({
      status: 'granted',
    })
    expect((await give(owner, { memberId: colleague.id }))?.detail).toContain(
      'already has permissions for this project',
    )
  })

  test('candidates: the people on the cloud; for organization owners everybody, and who is on it', async () => {
    const { projectOwner, colleague, outside, owner, projectId } = await world()
    const found = async (who: typeof owner) =>
      (await as(who).run(candidatesOnProject, { projectId })).rows
    const names = (await found(projectOwner)).map(({ name }) => name)
    expect(names).toContain(colleague.name)
    expect(names).not.toContain(outside.name)
    const all = new Map((await found(owner)).map((row) => [row.id, row]))
    expect(all.get(colleague.id)).toMatchObject({ onCloud: true, held: null })
    expect(all.get(outside.id)).toMatchObject({ onCloud: false })
    expect(all.get(projectOwner.id)).toMatchObject({ held: { role: 'owner' } })
  })

  test('read-only on the cloud is read-only in its projects: more is refused', async () => {
    const { id, owner, cloud, projectId } = await world()
    const limited = await makeMember(id)
    await bindToCloud(limited, cloud, 'collaborator', { readOnly: true })
    const give = (role: 'owner' | 'write' | 'readonly') =>
      as(owner).run(grantOnProject, {
        projectId,
        allOrNothing: true,
        grants: [{ memberId: limited.id, role }],
      })
    await expect(give('owner')).toBeProblem('invalid_input', /no more than read-only/)
    await expect(give('write')).toBeProblem('invalid_input')
    await give('readonly')
    const at = { projectId, memberId: limited.id, role: 'write' } as const
    await expect(as(owner).run(changeOnProject, at)).toBeProblem('invalid_input')
    const { rows } = await as(owner).run(listOnProject, { projectId, roles: ['readonly'] })
    expect(rows).toMatchObject([{ role: 'readonly', readOnly: true, tier: 'readonly' }])
  })

  test('an owner of the cloud grants too; a writer does not, a stranger finds nothing', async () => {
    const { cloudOwner, colleague, project, projectId, stranger, outside } = await world()
    const input = { projectId, grants: [{ memberId: colleague.id, role: 'owner' as const }] }
    await expect(as(stranger).run(grantOnProject, input)).toBeProblem('not_found')
    await expect(as(outside).run(grantOnProject, input)).toBeProblem('not_found')
    await expect(as(colleague).run(grantOnProject, input)).toBeProblem('not_found')
    await bindToProject(colleague, project, 'write')
    await expect(as(colleague).run(grantOnProject, input)).toBeProblem('forbidden')
    const at = { projectId, memberId: colleague.id, role: 'owner' } as const
    expect(await as(cloudOwner).run(changeOnProject, at)).toMatchObject({ tier: 'owner' })
    // Everybody in the project sees who has access (facts §1.4).
    const { rows } = await as(colleague).run(listOnProject, { projectId })
    expect(rows).toHaveLength(2)
  })
})

describe('one’s own role in a project', () => {
  test('is changed and taken by somebody else', async () => {
    const { projectOwner, colleague, project, projectId } = await world()
    const own = { projectId, memberId: projectOwner.id }
    await expect(as(projectOwner).run(changeOnProject, { ...own, role: 'write' })).toBeProblem(
      'own_membership',
      /alter your own role/,
    )
    await expect(as(projectOwner).run(removeFromProject, own)).toBeProblem(
      'own_membership',
      /alter your own role/,
    )
    const grants = [{ email: projectOwner.email, role: 'owner' as const }]
    const { results } = await as(projectOwner).run(grantOnProject, { projectId, grants })
    expect(results).toMatchObject([{ status: 'already' }])
    await bindToProject(colleague, project, 'owner')
    await as(colleague).run(removeFromProject, own)
  })
})

describe('binding.remove_from_project', () => {
  test('takes the role of one’s own; a public project stays open to them', async () => {
    const { id, owner, cloud, colleague } = await world()
    const open = await makeProject(owner, cloud, { isPublic: true })
    await bindToProject(colleague, open, 'owner')
    const at = { projectId: open.id, memberId: colleague.id }
    await as(owner).run(removeFromProject, at)
    const event = (await eventsOf(id)).find((each) => each.event === 'role_binding.removed')
    expect(event?.before).toMatchObject({ project: open.name, role: 'owner' })
    const page = await as(colleague).run(listOnProject, { projectId: open.id, inherited: true })
    expect(page.rows).toEqual([])
    expect(page.inherited?.everyone).toEqual({ count: 3, more: false })
    await expect(as(owner).run(removeFromProject, at)).toBeProblem('not_found', /no role of their/)
  })

  test('a project owner is not told of those who hold nothing there', async () => {
    const { projectOwner, outside, projectId } = await world()
    for (const memberId of [outside.id, 'ide_unknown'])
      await expect(as(projectOwner).run(removeFromProject, { projectId, memberId })).toBeProblem(
        'not_found',
        /There is no such member in this organization/,
      )
  })
})
