import { beforeAll, describe, expect, test } from 'vitest'
import type { Permission } from '@/lib/domain/permissions'
import { changeOnCloud } from '@/lib/modules/bindings/commands/change-on-cloud'
import { grantOnCloud } from '@/lib/modules/bindings/commands/grant-on-cloud'
import { grantOnProject } from '@/lib/modules/bindings/commands/grant-on-project'
import { removeFromCloud } from '@/lib/modules/bindings/commands/remove-from-cloud'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'
import { getCloud } from '@/lib/modules/clouds/queries/get-cloud'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { createProject } from '@/lib/modules/projects/commands/create-project'
import { as, makeMember } from '../people'
import { bindToCloud, bindToProject, makeCloud } from '../resources'
import { type FactsWorld, factsWorld, type Somebody, whoMay } from './world'

// anyscale-iam.md §1.3. Where pages and API disagree, a plain member may own a cloud (docs/decisions/022).
let world: FactsWorld
beforeAll(async () => {
  world = await factsWorld()
}, 120_000)
const three = ['cloudOwner', 'onCloud', 'readOnly'] as const

describe('cloud owner, collaborator, read only', () => {
  type Row = [string, Permission, 'cloud' | 'public' | 'private', readonly Somebody[]]
  const rows: Row[] = [
    ['view cloud details', 'cloud.read', 'cloud', three],
    ['add and remove cloud members', 'cloud.grant', 'cloud', ['cloudOwner']],
    ['toggle auto-add', 'cloud.change_auto_add', 'cloud', ['cloudOwner']],
    ['cloud settings', 'cloud.rename', 'cloud', ['cloudOwner']],
    ['create projects', 'project.create', 'cloud', ['cloudOwner', 'onCloud']],
    ['public projects: read', 'project.read', 'public', three],
    ['public projects: write', 'workload.run', 'public', ['cloudOwner', 'onCloud']],
    ['public projects: full', 'project.change', 'public', ['cloudOwner']],
    ['private projects: full', 'project.delete', 'private', ['cloudOwner']],
    ['private projects: only those granted', 'project.read', 'private', ['cloudOwner']],
    [
      'compute configs: create and archive',
      'compute_config.create',
      'cloud',
      ['cloudOwner', 'onCloud'],
    ],
    ['compute configs: view and use', 'compute_config.read', 'cloud', three],
    ['cluster health and metrics', 'cluster.read_metrics', 'cloud', three],
  ]
  test.each(rows)('%s', async (_, permission, place, expected) => {
    expect(await whoMay(world, permission, place, three)).toEqual([...expected])
    expect(await whoMay(world, permission, place, ['outsider'])).toEqual([])
  })

  test('who can hold it: a plain member may own a cloud; its creator is a field and no member', async () => {
    expect((await as(world.cloudOwner).run(getCloud, { cloudId: world.cloudId })).tier).toBe(
      'owner',
    )
    const { rows } = await as(world.owner).run(listOnCloud, { cloudId: world.cloudId })
    expect(rows.map(({ member }) => member.id)).not.toContain(world.owner.id)
  })

  test('a cloud role is the prerequisite of any project role on the cloud', async () => {
    const { owner, outsider, projectId, cloudId } = world
    const grants = [{ memberId: outsider.id, role: 'write' } as const]
    const { results } = await as(owner).run(grantOnProject, { projectId, grants })
    expect(results).toMatchObject([{ status: 'refused', code: 'forbidden' }])
    const stray = await makeMember(world.id)
    await bindToProject(stray, world.project, 'owner') // as no use case leaves it
    const named = { ...world, outsider: stray }
    expect(await whoMay(named, 'project.read', 'private', ['outsider'])).toEqual([])
    expect(cloudId).toBe(world.project.cloudId)
  })

  test('read only makes somebody read-only in every project of the cloud, whatever they were given', async () => {
    const { owner, cloudId, projectOwner } = world
    const before = await whoMay(world, 'project.grant', 'private', ['projectOwner'])
    expect(before).toEqual(['projectOwner'])
    const change = { cloudId, memberId: projectOwner.id, role: 'collaborator' } as const
    await as(owner).run(changeOnCloud, { ...change, readOnly: true })
    for (const [permission, place] of [
      ['project.grant', 'private'],
      ['workload.run', 'private'],
      ['workload.run', 'public'],
    ] as const) {
      expect(await whoMay(world, permission, place, ['projectOwner'])).toEqual([])
    }
    for (const place of ['private', 'public'] as const) {
      expect(await whoMay(world, 'project.read', place, ['projectOwner'])).toHaveLength(1)
    }
    await as(owner).run(changeOnCloud, { ...change, readOnly: false })
    expect(await whoMay(world, 'workload.run', 'private', ['projectOwner'])).toHaveLength(1)
  })
})

describe('rules', () => {
  test('owner beside read only is rejected', async () => {
    const { owner, cloudId, onCloud } = world
    const change = { cloudId, memberId: onCloud.id, role: 'owner', readOnly: true } as const
    await expect(as(owner).run(changeOnCloud, change)).toBeProblem('invalid_input')
  })

  test('a read-only member may hold only read-only on projects', async () => {
    const { owner, projectId, readOnly } = world
    for (const role of ['owner', 'write'] as const) {
      const grants = [{ memberId: readOnly.id, role }]
      const { results } = await as(owner).run(grantOnProject, { projectId, grants })
      expect(results).toMatchObject([{ status: 'refused', code: 'invalid_input' }])
    }
    const grants = [{ memberId: readOnly.id, role: 'readonly' } as const]
    const { results } = await as(owner).run(grantOnProject, { projectId, grants })
    expect(results).toMatchObject([{ status: 'granted' }])
    expect(await whoMay(world, 'project.read', 'private', ['readOnly'])).toEqual(['readOnly'])
    expect(await whoMay(world, 'workload.run', 'private', ['readOnly'])).toEqual([])
  })

  test('taking a cloud role takes the project roles under it', async () => {
    const { owner, cloudId, projectId, project } = world
    const leaving = await makeMember(world.id)
    await bindToCloud(leaving, world.cloud)
    await bindToProject(leaving, project, 'write')
    const { projects } = await as(owner).run(removeFromCloud, { cloudId, memberId: leaving.id })
    expect(projects).toBe(1)
    const { rows } = await as(owner).run(listOnProject, { projectId })
    expect(rows.map(({ member }) => member.id)).not.toContain(leaving.id)
    await as(owner).run(grantOnCloud, {
      cloudId,
      grants: [{ memberId: leaving.id, role: 'collaborator' }],
    })
    const named = { ...world, outsider: leaving }
    expect(await whoMay(named, 'project.read', 'private', ['outsider'])).toEqual([])
  })

  test('nobody modifies an organization owner’s cloud role, their own, or removes themselves', async () => {
    const { cloudId, cloudOwner, secondOwner, owner } = world
    await bindToCloud(secondOwner, world.cloud) // dormant
    const change = { cloudId, role: 'writer' } as const
    await expect(as(owner).run(changeOnCloud, { ...change, memberId: secondOwner.id })).toBeProblem(
      'forbidden',
      /cannot modify the cloud role of an organization owner/,
    )
    await expect(
      as(cloudOwner).run(changeOnCloud, { ...change, memberId: cloudOwner.id }),
    ).toBeProblem('own_membership')
    await expect(
      as(cloudOwner).run(removeFromCloud, { cloudId, memberId: cloudOwner.id }),
    ).toBeProblem('own_membership')
  })

  test('project viewer, compute config viewer and workload operator read, and no more', async () => {
    const { id, cloud, project } = world
    for (const role of ['project_viewer', 'compute_config_viewer', 'workload_operator'] as const) {
      const member = await makeMember(id)
      await bindToCloud(member, cloud, role)
      await bindToProject(member, project, 'owner')
      const named = { ...world, outsider: member }
      for (const [permission, place, may] of [
        ['cloud.read', 'cloud', true],
        ['project.create', 'cloud', false],
        ['project.read', 'private', true],
        ['workload.run', 'private', false],
        ['workload.run', 'public', false],
      ] as const) {
        const found = await whoMay(named, permission, place, ['outsider'])
        expect([role, permission, found.length]).toEqual([role, permission, may ? 1 : 0])
      }
    }
  })

  test('writer and collaborator are two names, read back as given, with equal rights', async () => {
    const { owner, cloudId } = world
    const writer = await makeMember(world.id)
    const grants = [{ memberId: writer.id, role: 'writer' } as const]
    await as(owner).run(grantOnCloud, { cloudId, grants })
    const found = await as(owner).run(listOnCloud, { cloudId, search: writer.email })
    expect(found.rows).toMatchObject([{ role: 'writer', tier: 'write' }])
    await as(writer).run(createProject, { cloudId, name: 'writers-own', isPublic: false })
  })

  test('a removed creator is displayed as removed', async () => {
    const founder = await makeMember(world.id, 'owner')
    const cloud = await makeCloud(founder)
    await as(world.owner).run(changeRole, { memberId: founder.id, role: 'collaborator' })
    await as(world.owner).run(removeMember, { memberId: founder.id })
    const { creator } = await as(world.owner).run(getCloud, { cloudId: cloud.id })
    expect(creator).toMatchObject({ id: founder.id, removed: true })
  })
})
