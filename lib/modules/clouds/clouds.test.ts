import { beforeEach, describe, expect, test } from 'vitest'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { inSystem } from '@/lib/platform/db/doors'
import { hostileControls, hostileTexts } from '@/lib/testing/hostile'
import { as, makeMember, makeOrganization, type TestOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { changeRole } from '../members/commands/change-role'
import { createCloud } from './commands/create-cloud'
import { renameCloud } from './commands/rename-cloud'
import { getCloud } from './queries/get-cloud'
import { listClouds } from './queries/list-clouds'

const AWS = { provider: 'AWS', region: 'us-west-2' } as const
const DAY = 86_400_000 // ms
const ago = (days: number) => new Date(Date.now() - days * DAY)

let organization: TestOrganization
beforeEach(async () => {
  organization = await makeOrganization()
})
const namesFor = async (who: Parameters<typeof as>[0], input = {}) =>
  (await as(who).run(listClouds, input)).rows.map(({ name }) => name)

describe('cloud.create', () => {
  test('puts it on record with a public default project; the first is the default cloud, its creator a field', async () => {
    const { id, owner, secondOwner } = organization
    const first = await as(owner).run(createCloud, { name: 'prod', ...AWS })
    expect(first).toMatchObject({
      ...{ name: 'prod', ...AWS, computeStack: 'VM', isPrivate: false, isDefault: true },
      ...{ autoAdd: false, tier: 'owner', members: 0, projects: 1, version: 1 },
      creator: { id: owner.id, userId: owner.userId, removed: false },
    })
    const second = await as(secondOwner).run(createCloud, {
      ...{ name: 'lab', provider: 'GENERIC', region: '', computeStack: 'K8S', isPrivate: true },
    })
    expect(second).toMatchObject({ isDefault: false, computeStack: 'K8S', isPrivate: true })
    const rows = await inSystem((db) => db.roleBinding.count({ where: { organizationId: id } }))
    expect(rows).toBe(0)
    const where = { organizationId: id, cloudId: first.id }
    expect(await inSystem((db) => db.project.findMany({ where }))).toMatchObject([
      { name: 'default', isDefault: true, isPublic: true },
    ])
    await expect(organization).toHaveRecorded('cloud.created', 2)
  })

  test('is for owners of the organization alone, whatever role somebody has on another cloud', async () => {
    const { owner, collaborator } = organization
    await bindToCloud(collaborator, await makeCloud(owner), 'owner')
    await expect(as(collaborator).run(createCloud, { name: 'prod', ...AWS })).toBeProblem(
      'forbidden',
      /Only owners can create clouds/,
    )
  })

  test('names are unique in the organization, not beyond it; also for two owners at once', async () => {
    const { owner, secondOwner, stranger } = organization
    await as(stranger).run(createCloud, { name: 'prod', ...AWS })
    const tries = await Promise.allSettled(
      [owner, secondOwner, owner].map((who) => as(who).run(createCloud, { name: 'prod', ...AWS })),
    )
    const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
    expect(refused).toEqual(['conflict', 'conflict'])
    await expect(as(owner).run(createCloud, { name: ' prod ', ...AWS })).toBeProblem(
      'conflict',
      /a cloud with the name prod already/,
    )
    expect(await namesFor(owner)).toEqual(['prod'])
  })

  test.each(Object.entries(hostileTexts))('a name is text: %s', async (_, text) => {
    const { owner } = organization
    const name = text.replace(/\s+/g, ' ').trim()
    const asked = as(owner).run(createCloud, { name, ...AWS, region: text })
    if (!/[\p{L}\p{N}]/u.test(name)) {
      await expect(asked).toBeProblem('invalid_input')
      return
    }
    expect(await asked).toMatchObject({ name, region: text })
    expect(await namesFor(owner, { search: name })).toEqual([name])
    expect(await namesFor(owner, { name })).toEqual([name])
  })

  test.each(Object.entries(hostileControls))('no lines, no directions: %s', async (_, text) => {
    const { owner } = organization
    await as(owner)
      .run(createCloud, { name: text, ...AWS })
      .catch(() => {})
    const told = JSON.stringify(await as(owner).run(listClouds, {}))
    expect(told).not.toMatch(/\\[nrtu]|[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u)
  })
})

describe('cloud.list', () => {
  test('shows what one can reach, and what one is there', async () => {
    const { owner, collaborator } = organization
    const roles = [
      ['a-owner', 'owner', 'owner'],
      ['b-writer', 'writer', 'write'],
      ['c-collaborator', 'collaborator', 'write'],
      ['d-viewer', 'project_viewer', 'readonly'],
      ['e-configs', 'compute_config_viewer', 'readonly'],
      ['f-operator', 'workload_operator', 'readonly'],
    ] as const
    for (const [name, role] of roles) {
      await bindToCloud(collaborator, await makeCloud(owner, { name }), role)
    }
    const limited = await makeCloud(owner, { name: 'g-limited' })
    await bindToCloud(collaborator, limited, 'writer', { readOnly: true })
    const ended = { startsAt: ago(9), endsAt: ago(1) }
    await bindToCloud(collaborator, await makeCloud(owner, { name: 'h-ended' }), 'writer', ended)
    const later = { startsAt: ago(-1) }
    await bindToCloud(collaborator, await makeCloud(owner, { name: 'i-later' }), 'writer', later)
    const now = { startsAt: ago(1), endsAt: ago(-1) }
    await bindToCloud(collaborator, await makeCloud(owner, { name: 'j-now' }), 'writer', now)
    await makeCloud(owner, { name: 'k-none' })

    const { rows, total } = await as(collaborator).run(listClouds, {})
    expect(rows.map(({ name, tier }) => [name, tier])).toEqual([
      ...roles.map(([name, , tier]) => [name, tier]),
      ['g-limited', 'readonly'],
      ['j-now', 'write'],
    ])
    expect(total).toEqual({ count: 8, more: false })
    expect(rows.map(({ members }) => members)).toEqual([1, ...Array(7).fill(null)])
    const all = await as(owner).run(listClouds, {})
    expect(all.rows).toHaveLength(11)
    expect(new Set(all.rows.map(({ tier }) => tier))).toEqual(new Set(['owner']))
  })

  test('counts members without owners of the organization, and only the projects that one can reach', async () => {
    const { id, owner, secondOwner, collaborator } = organization
    const cloud = await makeCloud(owner)
    const other = await makeMember(id)
    for (const who of [secondOwner, collaborator, other]) await bindToCloud(who, cloud)
    const given = await makeProject(owner, cloud)
    await makeProject(owner, cloud)
    await bindToProject(collaborator, given, 'readonly')
    const [seen] = (await as(owner).run(listClouds, {})).rows
    expect(seen).toMatchObject({ members: 2, projects: 3 })
    const [own] = (await as(collaborator).run(listClouds, {})).rows
    expect(own).toMatchObject({ members: null, projects: 2 })
    const [others] = (await as(other).run(listClouds, {})).rows
    expect(others).toMatchObject({ projects: 1 })
  })

  test('is searched, filtered, sorted, and walked forwards and back', async () => {
    const { owner, secondOwner, collaborator } = organization
    for (const name of ['Östersund', 'prod-1', 'prod-2', 'Prod 3', '100%']) {
      const who = name.startsWith('prod') ? secondOwner : owner
      await bindToCloud(collaborator, await makeCloud(who, { name, autoAdd: name === '100%' }))
    }
    for (const who of [owner, collaborator]) {
      expect(await namesFor(who, { search: 'PROD' })).toEqual(['Prod 3', 'prod-1', 'prod-2'])
      expect(await namesFor(who, { search: 'os' })).toEqual(['Östersund'])
      expect(await namesFor(who, { search: '%%%' })).toEqual([])
      expect(await namesFor(who, { name: 'prod-1' })).toEqual(['prod-1'])
      expect(await namesFor(who, { name: 'prod' })).toEqual([])
      expect(await namesFor(who, { autoAdd: true })).toEqual(['100%'])
      expect(await namesFor(who, { autoAdd: false, search: '100' })).toEqual([])
      for (const creatorId of [secondOwner.id, secondOwner.userId]) {
        expect(await namesFor(who, { creatorId })).toEqual(['prod-1', 'prod-2'])
      }
      for (const order of [{}, { descending: true }, { sort: 'created' }] as const) {
        const all = await namesFor(who, order)
        expect(all).toHaveLength(5)
        const walked: string[] = []
        let after: string | undefined
        let last = ''
        do {
          const page = await as(who).run(listClouds, { ...order, count: 2, after })
          expect(page.total).toEqual({ count: 5, more: false })
          walked.push(...page.rows.map(({ name }) => name))
          last = page.previous ?? last
          after = page.next ?? undefined
        } while (after)
        expect(walked).toEqual(all)
        const back = await as(who).run(listClouds, { ...order, count: 2, after: last })
        expect(back.rows.map(({ name }) => name)).toEqual(all.slice(2, 4))
      }
    }
  })

  test('a stranger sees none of it, by no filter', async () => {
    const { owner, stranger } = organization
    const cloud = await makeCloud(owner, { name: 'prod' })
    for (const input of [{}, { ids: [cloud.id] }, { name: 'prod' }, { creatorId: owner.userId }]) {
      expect(await namesFor(stranger, input)).toEqual([])
    }
    await expect(as(stranger).run(getCloud, { cloudId: cloud.id })).toBeProblem('not_found')
  })
})

describe('cloud.get', () => {
  test('out of reach, unknown and foreign are the same', async () => {
    const { owner, collaborator } = organization
    const cloud = await makeCloud(owner)
    const told = async (cloudId: string) =>
      as(collaborator)
        .run(getCloud, { cloudId })
        .catch((error) => error.body())
    expect(await told(cloud.id)).toEqual(await told('cld_unknown'))
    await bindToCloud(collaborator, cloud, 'project_viewer')
    expect(await told(cloud.id)).toMatchObject({ id: cloud.id, tier: 'readonly', members: null })
    expect(await as(owner).run(getCloud, { cloudId: cloud.id })).toMatchObject({ members: 1 })
  })

  test('says that its creator is removed', async () => {
    const { owner, secondOwner } = organization
    const cloud = await makeCloud(secondOwner)
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    await as(owner).run(removeMember, { memberId: secondOwner.id })
    const { creator } = await as(owner).run(getCloud, { cloudId: cloud.id })
    expect(creator).toMatchObject({ id: secondOwner.id, removed: true })
  })
})

describe('cloud.rename', () => {
  test('is for its owners, plain members too', async () => {
    const { owner, collaborator } = organization
    const cloud = await makeCloud(owner, { name: 'prod' })
    const rename = (who: Parameters<typeof as>[0], name: string) =>
      as(who).run(renameCloud, { cloudId: cloud.id, name })
    await expect(rename(collaborator, 'dev')).toBeProblem('not_found')
    await bindToCloud(collaborator, cloud, 'owner')
    expect(await rename(collaborator, 'dev')).toMatchObject({ name: 'dev', version: 2 })
    expect(await rename(collaborator, 'dev')).toMatchObject({ version: 2 })
    expect(await namesFor(owner, { search: 'dev' })).toEqual(['dev'])
    await expect(organization).toHaveRecorded('cloud.renamed')
  })

  test('collaborators of it may not; a taken name and a version of before are refused', async () => {
    const { owner, collaborator } = organization
    const { id: cloudId } = await makeCloud(owner, { name: 'prod' })
    await makeCloud(owner, { name: 'taken' })
    await bindToCloud(collaborator, { id: cloudId }, 'writer')
    const rename = as(collaborator).run(renameCloud, { cloudId, name: 'dev' })
    await expect(rename).toBeProblem('forbidden', /Only owners of the cloud can rename a cloud/)
    await expect(as(owner).run(renameCloud, { cloudId, name: 'taken' })).toBeProblem('conflict')
    await as(owner).run(renameCloud, { cloudId, name: 'dev' })
    const stale = { cloudId, name: 'lab', expectedVersion: 1 }
    await expect(as(owner).run(renameCloud, stale)).toBeProblem('stale', /^dev was changed/)
    await expect(organization).toHaveRecorded('cloud.renamed')
  })
})
