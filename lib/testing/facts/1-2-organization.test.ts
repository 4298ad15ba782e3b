import { beforeAll, describe, expect, test } from 'vitest'
import type { Permission } from '@/lib/domain/permissions'
import type { OrganizationLimit } from '@/lib/domain/roles'
import { checkAccess } from '@/lib/modules/access/queries/check-access'
import { checkAccessOfMember } from '@/lib/modules/access/queries/check-access-of-member'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { createCloud } from '@/lib/modules/clouds/commands/create-cloud'
import { makeDefaultCloud } from '@/lib/modules/clouds/commands/make-default-cloud'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { createMembers } from '@/lib/modules/members/commands/create-members'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { setLimits } from '@/lib/modules/members/commands/set-limits'
import { password } from '../accounts'
import { as, makeMember } from '../people'
import { type FactsWorld, factsWorld, type Somebody, whoMay } from './world'

// anyscale-iam.md §1.2. Billing, single sign-on, quotas and service accounts have no use cases yet.
let world: FactsWorld
beforeAll(async () => {
  world = await factsWorld()
}, 120_000)

describe('owner and collaborator', () => {
  const both = ['owner', 'outsider'] as const
  const may = (permission: Permission) => whoMay(world, permission, 'organization', both)
  const rows: [string, Permission[], readonly Somebody[]][] = [
    [
      'invite, search and delete users',
      ['invitation.send', 'member.list', 'member.remove'],
      ['owner'],
    ],
    ['see pending invites', ['invitation.list'], ['owner']],
    ['change organization roles', ['member.change_role'], ['owner']],
    ['see who is in the organization', ['member.list'], ['owner']],
    ['create clouds', ['cloud.create'], ['owner']],
    ['choose the default cloud', ['cloud.make_default'], ['owner']],
    ['user-access settings', ['organization.change_policy'], ['owner']],
    ['view and revoke everybody’s API keys', ['api_key.list', 'api_key.revoke'], ['owner']],
    ['own API keys', ['api_key.list_own', 'api_key.create_own', 'api_key.revoke_own'], both],
    ['container images', ['image.create', 'image.archive', 'image.list', 'image.read'], both],
  ]
  test.each(rows)('%s', async (_, permissions, expected) => {
    for (const permission of permissions) {
      expect([permission, await may(permission)]).toEqual([permission, [...expected]])
    }
  })

  test('first holder: whoever is batch-created is a collaborator', async () => {
    const people = [{ email: 'first@halden.example', name: 'First Holder', password }]
    await as(world.owner).run(createMembers, { people })
    const question = { member: 'first@halden.example', resource: world.places.organization }
    const asked = { ...question, permission: 'member.list' } as const
    expect(await as(world.owner).run(checkAccessOfMember, asked)).toMatchObject({ allowed: false })
  })

  test('see who is in a cloud: owners, and the cloud’s own', async () => {
    const found = await whoMay(world, 'cloud.list_members', 'cloud', [
      'owner',
      'cloudOwner',
      'onCloud',
    ])
    expect(found).toEqual(['owner', 'cloudOwner'])
  })

  test('a collaborator makes no cloud and chooses no default one', async () => {
    const cloud = { name: 'mine', provider: 'AWS', region: '' } as const
    await expect(as(world.onCloud).run(createCloud, cloud)).toBeProblem('forbidden')
    const { cloudId } = world
    await expect(as(world.cloudOwner).run(makeDefaultCloud, { cloudId })).toBeProblem('forbidden')
  })

  test('changing organization roles: not one’s own', async () => {
    const { owner } = world
    await expect(
      as(owner).run(changeRole, { memberId: owner.id, role: 'collaborator' }),
    ).toBeProblem('own_membership')
  })
})

test('minimum count: several owners are allowed, and one stays: nobody demotes or removes themselves', async () => {
  const { owner, secondOwner } = world
  const third = await makeMember(world.id)
  await as(owner).run(changeRole, { memberId: third.id, role: 'owner' })
  await as(secondOwner).run(changeRole, { memberId: third.id, role: 'collaborator' })
  await expect(as(owner).run(removeMember, { memberId: owner.id })).toBeProblem('own_membership')
  await expect(as(owner).run(removeMember, { memberId: secondOwner.id })).toBeProblem(
    'demote_first',
  )
})

describe('all clouds and all projects', () => {
  test('owners: implicit full rights, and not listed among the members', async () => {
    for (const [permission, place] of [
      ['cloud.grant', 'cloud'],
      ['project.create', 'cloud'],
      ['project.delete', 'private'],
      ['workload.run', 'private'],
    ] as const) {
      expect(await whoMay(world, permission, place, ['owner', 'secondOwner'])).toHaveLength(2)
    }
    const { rows, inherited } = await as(world.owner).run(listOnCloud, {
      cloudId: world.cloudId,
      inherited: true,
    })
    expect(rows.map(({ member }) => member.id)).not.toContain(world.owner.id)
    expect(inherited?.owners.names).toContain(world.owner.name)
  })

  test('collaborators: nothing until granted', async () => {
    for (const place of ['cloud', 'private', 'public'] as const) {
      const permission = place === 'cloud' ? 'cloud.read' : 'project.read'
      expect(await whoMay(world, permission, place, ['outsider'])).toEqual([])
      const question = { resource: world.places[place], permission } as const
      await expect(as(world.outsider).run(checkAccess, question)).toBeProblem('not_found')
    }
  })

  test('demotion removes every implicit permission at once', async () => {
    const former = await makeMember(world.id)
    const { owner, places } = world
    await as(owner).run(changeRole, { memberId: former.id, role: 'owner' })
    const question = { resource: places.private, permission: 'project.delete' } as const
    expect((await as(former).run(checkAccess, question)).allowed).toBe(true)
    await as(owner).run(changeRole, { memberId: former.id, role: 'collaborator' })
    await expect(as(former).run(checkAccess, question)).toBeProblem('not_found')
  })
})

describe('container images, by limit', () => {
  const [none, reader, noBase]: OrganizationLimit[][] = [
    [],
    ['image_reader'],
    ['image_reader_no_base_images'],
  ]
  const rows: [string, Permission, [boolean, boolean, boolean]][] = [
    ['create and register images', 'image.create', [true, false, false]],
    ['archive custom images', 'image.archive', [true, true, true]],
    ['deploy with base images', 'image.deploy_base', [true, true, false]],
    ['deploy with custom images', 'image.deploy_custom', [true, true, true]],
    ['list images', 'image.list', [true, true, true]],
    ['read image configuration', 'image.read', [true, true, true]],
  ]
  test('a limit binds owners as well: six rows, three columns, both roles', async () => {
    const { owner, secondOwner, outsider, places } = world
    for (const member of [secondOwner, outsider]) {
      for (const [column, limits] of [none, reader, noBase].entries()) {
        await as(owner).run(setLimits, { memberId: member.id, limits: limits ?? [] })
        for (const [row, permission, expected] of rows) {
          const question = { resource: places.organization, permission }
          const { allowed } = await as(member).run(checkAccess, question)
          expect([row, member.role, limits, allowed]).toEqual([
            row,
            member.role,
            limits,
            expected[column],
          ])
        }
      }
      await as(owner).run(setLimits, { memberId: member.id, limits: [] })
    }
  })
})
