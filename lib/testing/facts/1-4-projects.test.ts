import { beforeAll, describe, expect, test } from 'vitest'
import type { Permission } from '@/lib/domain/permissions'
import { changeOnProject } from '@/lib/modules/bindings/commands/change-on-project'
import { grantOnProject } from '@/lib/modules/bindings/commands/grant-on-project'
import { removeFromProject } from '@/lib/modules/bindings/commands/remove-from-project'
import { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'
import { createCloud } from '@/lib/modules/clouds/commands/create-cloud'
import { createProject } from '@/lib/modules/projects/commands/create-project'
import { setVisibility } from '@/lib/modules/projects/commands/set-visibility'
import { listProjects } from '@/lib/modules/projects/queries/list-projects'
import { as, makeMember } from '../people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '../resources'
import { type FactsWorld, factsWorld, type Somebody, whoMay } from './world'

// anyscale-iam.md §1.4
let world: FactsWorld
beforeAll(async () => {
  world = await factsWorld()
}, 120_000)
const three = ['projectOwner', 'projectWriter', 'projectReader'] as const
const writing = ['projectOwner', 'projectWriter'] as const

describe('owner, write, read-only', () => {
  const rows: [string, Permission, readonly Somebody[]][] = [
    ['see who has access', 'project.list_members', three],
    ['change access', 'project.grant', ['projectOwner']],
    ['create and use clusters', 'workload.run', writing],
    ['run commands in editor, notebook, terminal', 'workload.open_terminal', writing],
    ['duplicate a workspace', 'workload.duplicate', writing],
    ['download logs and metrics', 'workload.read_logs', three],
    ['public or private', 'project.change_visibility', ['projectOwner']],
    ['delete the project', 'project.delete', ['projectOwner']],
  ]
  test.each(rows)('%s', async (_, permission, expected) => {
    expect(await whoMay(world, permission, 'private', three)).toEqual([...expected])
  })

  test('change access: not one’s own role, and nobody removes themselves', async () => {
    const { projectOwner, projectId } = world
    const memberId = projectOwner.id
    await expect(
      as(projectOwner).run(changeOnProject, { projectId, memberId, role: 'write' }),
    ).toBeProblem('own_membership')
    await expect(as(projectOwner).run(removeFromProject, { projectId, memberId })).toBeProblem(
      'own_membership',
    )
  })

  test('make anybody on the cloud an owner', async () => {
    const { projectOwner, projectId, onCloud, owner } = world
    const grants = [{ memberId: onCloud.id, role: 'owner' } as const]
    const { results } = await as(projectOwner).run(grantOnProject, { projectId, grants })
    expect(results).toMatchObject([{ status: 'granted' }])
    expect(await whoMay(world, 'project.delete', 'private', ['onCloud'])).toEqual(['onCloud'])
    // Another project owner, or an owner of the organization, may remove one.
    await as(projectOwner).run(removeFromProject, { projectId, memberId: onCloud.id })
    await as(owner).run(grantOnProject, { projectId, grants })
    await as(owner).run(removeFromProject, { projectId, memberId: onCloud.id })
    expect(await whoMay(world, 'project.read', 'private', ['onCloud'])).toEqual([])
  })
})

describe('rules', () => {
  test('the creator becomes owner, and all cloud collaborators may create projects', async () => {
    const { onCloud, cloudId } = world
    const made = { cloudId, name: 'my-own', isPublic: false }
    const { id: projectId } = await as(onCloud).run(createProject, made)
    const { rows } = await as(onCloud).run(listOnProject, { projectId })
    expect(rows).toMatchObject([{ member: { id: onCloud.id }, role: 'owner', origin: 'creator' }])
    await as(onCloud).run(setVisibility, { projectId, isPublic: true })
  })

  test('public: everybody on the cloud has write. Private: explicit grants only', async () => {
    const { owner, cloud } = world
    const project = await makeProject(owner, cloud)
    const places = { ...world.places, private: { kind: 'project', id: project.id } }
    const here = { ...world, places }
    const some = ['onCloud', 'readOnly', 'outsider'] as const
    expect(await whoMay(here, 'project.read', 'private', some)).toEqual([])
    await as(owner).run(setVisibility, { projectId: project.id, isPublic: true })
    expect(await whoMay(here, 'workload.run', 'private', some)).toEqual(['onCloud'])
    expect(await whoMay(here, 'project.read', 'private', some)).toEqual(['onCloud', 'readOnly'])
    expect(await whoMay(here, 'project.grant', 'private', some)).toEqual([])
    await as(owner).run(setVisibility, { projectId: project.id, isPublic: false })
    expect(await whoMay(here, 'project.read', 'private', some)).toEqual([])
  })

  test('every cloud gets a public project named default', async () => {
    const { owner } = world
    const given = { name: 'fresh-cloud', provider: 'GCP', region: '' } as const
    const { id: cloudId } = await as(owner).run(createCloud, given)
    const { rows } = await as(owner).run(listProjects, { cloudId, includeDefaults: true })
    expect(rows).toMatchObject([{ name: 'default', isDefault: true, isPublic: true }])
  })

  test('names are unique within a cloud, and free on another', async () => {
    const { owner, cloudId } = world
    const elsewhere = await makeCloud(owner)
    const made = { name: 'twice', isPublic: false }
    await as(owner).run(createProject, { ...made, cloudId })
    await expect(as(owner).run(createProject, { ...made, cloudId })).toBeProblem('conflict')
    await as(owner).run(createProject, { ...made, cloudId: elsewhere.id })
  })

  test('a grant needs a role on the same cloud first: one elsewhere is none', async () => {
    const { owner, projectId, id } = world
    const elsewhere = await makeMember(id)
    await bindToCloud(elsewhere, await makeCloud(owner), 'owner')
    const grants = [{ memberId: elsewhere.id, role: 'readonly' } as const]
    const { results } = await as(owner).run(grantOnProject, { projectId, grants })
    expect(results).toMatchObject([{ status: 'refused', code: 'forbidden' }])
  })

  test('removal takes individual access only: what is public or implicit stays', async () => {
    const { owner, secondOwner, onCloud, cloud } = world
    const project = await makeProject(owner, cloud, { isPublic: true })
    for (const member of [secondOwner, onCloud]) {
      await bindToProject(member, project, 'owner')
      const { id: projectId } = project
      await as(owner).run(removeFromProject, { projectId, memberId: member.id })
    }
    const places = { ...world.places, private: { kind: 'project', id: project.id } }
    const some = ['secondOwner', 'onCloud'] as const
    const here = { ...world, places }
    expect(await whoMay(here, 'workload.run', 'private', some)).toEqual([...some])
    expect(await whoMay(here, 'project.delete', 'private', some)).toEqual(['secondOwner'])
  })

  test('whoever is added again has the new level, in everything', async () => {
    const {
      owner,
      projectId,
      projectWriter: { id: memberId },
    } = world
    await as(owner).run(removeFromProject, { projectId, memberId })
    const grants = [{ memberId, role: 'readonly' } as const]
    await as(owner).run(grantOnProject, { projectId, grants })
    expect(await whoMay(world, 'workload.read_logs', 'private', ['projectWriter'])).toHaveLength(1)
    expect(await whoMay(world, 'workload.run', 'private', ['projectWriter'])).toEqual([])
    await as(owner).run(changeOnProject, { projectId, memberId, role: 'write' })
    expect(await whoMay(world, 'workload.run', 'private', ['projectWriter'])).toHaveLength(1)
  })

  test('a public project’s members are the explicit ones', async () => {
    const { owner, cloud } = world
    const listed = await as(owner).run(listOnProject, {
      projectId: cloud.project.id,
      inherited: true,
    })
    expect(listed.rows).toEqual([])
    expect(listed.inherited?.everyone?.count).toBeGreaterThan(3)
  })

  test('read-only on one project stops nobody from running things elsewhere in the cloud', async () => {
    expect(await whoMay(world, 'workload.run', 'private', ['projectReader'])).toEqual([])
    expect(await whoMay(world, 'workload.run', 'public', ['projectReader'])).toHaveLength(1)
  })
})
