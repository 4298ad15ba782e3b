import { beforeEach, describe, expect, test } from 'vitest'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { inSystem } from '@/lib/platform/db/doors'
import { hostileControls, hostileTexts } from '@/lib/testing/hostile'
import {
  as,
  eventsOf,
  makeMember,
  makeOrganization,
  type TestMember,
  type TestOrganization,
} from '@/lib/testing/people'
import {
  bindToCloud,
  bindToProject,
  makeCloud,
  makeProject,
  makeWorkload,
} from '@/lib/testing/resources'
import { changeProject } from './commands/change-project'
import { createProject } from './commands/create-project'
import { deleteProject } from './commands/delete-project'
import { getProject } from './queries/get-project'
import { listProjects } from './queries/list-projects'
import { previewProjectDeletion } from './queries/preview-project-deletion'

let organization: TestOrganization
let cloud: Awaited<ReturnType<typeof makeCloud>>
let writer: TestMember
beforeEach(async () => {
  organization = await makeOrganization()
  cloud = await makeCloud(organization.owner, { name: 'prod' })
  writer = organization.collaborator
  await bindToCloud(writer, cloud)
})
const create = (who: TestMember, name: string, more = {}) =>
  as(who).run(createProject, { cloudId: cloud.id, name, ...more })
const namesFor = async (who: TestMember, input = {}) =>
  (await as(who).run(listProjects, input)).rows.map(({ name }) => name)
const hold = async (
  ...given: Parameters<typeof bindToCloud> extends [unknown, ...infer R] ? R : never
) => {
  const member = await makeMember(organization.id)
  await bindToCloud(member, ...given)
  return member
}

describe('project.create', () => {
  test('is for owners and collaborators of the cloud; whoever makes it owns it, by a role', async () => {
    const { id } = organization
    const project = await create(writer, 'grasp', { description: 'Two\nlines, kept  so.' })
    expect(project).toMatchObject({
      ...{ name: 'grasp', description: 'Two\nlines, kept  so.', isPublic: false, isDefault: false },
      ...{ cloud: { id: cloud.id, name: 'prod' }, tier: 'owner', members: 1 },
      creator: { id: writer.id },
    })
    const where = { organizationId: id, projectId: project.id }
    expect(await inSystem((db) => db.roleBinding.findMany({ where }))).toMatchObject([
      { membershipId: writer.id, role: 'owner', origin: 'creator', createdById: writer.id },
    ])
    await expect(organization).toHaveRecorded('project.created')
  })

  test('not for read-only people, nor for those without a role on the cloud', async () => {
    const reader = await hold(cloud, 'project_viewer')
    const limited = await hold(cloud, 'writer', { readOnly: true })
    for (const who of [reader, limited]) {
      await expect(create(who, 'grasp')).toBeProblem('forbidden', /owners and collaborators of/)
    }
    const none = await makeMember(organization.id)
    await expect(create(none, 'grasp')).toBeProblem('not_found')
    await expect(create(organization.stranger, 'grasp')).toBeProblem('not_found')
  })

  test('an owner of the organization who makes one has a dormant role in it', async () => {
    const { owner } = organization
    const { id: projectId, members } = await create(owner, 'grasp')
    expect(members).toBe(0)
    expect(await inSystem((db) => db.roleBinding.count({ where: { projectId } }))).toBe(1)
  })

  test('names are unique on the cloud, not beyond it; for two at once too', async () => {
    const { owner } = organization
    const elsewhere = await makeCloud(owner)
    await as(owner).run(createProject, { cloudId: elsewhere.id, name: 'grasp' })
    const tries = await Promise.allSettled([owner, writer].map((who) => create(who, 'grasp')))
    const codes = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
    expect(codes).toEqual(['conflict'])
    await expect(create(writer, 'default')).toBeProblem(
      'conflict',
      /a project with the name default on prod already/,
    )
  })

  test.each(Object.entries(hostileTexts))(
    'names and descriptions are text: %s',
    async (_, text) => {
      const name = text.replace(/\s+/g, ' ').trim()
      const asked = create(writer, name, { description: text })
      if (!/[\p{L}\p{N}]/u.test(name)) {
        await expect(asked).toBeProblem('invalid_input')
        return
      }
      expect(await asked).toMatchObject({ name, description: text })
      expect(await namesFor(writer, { search: name })).toEqual([name])
    },
  )

  test.each(Object.entries(hostileControls))('no directions, no terminals: %s', async (_, text) => {
    for (const input of [{ name: text }, { name: 'fine', description: text }]) {
      await create(writer, 'other', input).catch(() => {})
    }
    const told = JSON.stringify(await as(writer).run(listProjects, {}))
    expect(told).not.toMatch(/\\u|[\u007f-\u009f\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u)
  })
})

describe('project.list', () => {
  test('shows what one can reach, and what one is in it', async () => {
    const { owner } = organization
    const open = await makeProject(owner, cloud, { name: 'open', isPublic: true })
    const given = await makeProject(owner, cloud, { name: 'given' })
    const own = await makeProject(owner, cloud, { name: 'own' })
    const ended = await makeProject(owner, cloud, { name: 'ended' })
    await makeProject(owner, cloud, { name: 'hidden' })
    const past = { endsAt: new Date(Date.now() - 1_000) }
    const reader = await hold(cloud, 'writer', { readOnly: true })
    for (const who of [writer, reader]) {
      await bindToProject(who, given, 'readonly')
      await bindToProject(who, own, 'owner')
      await bindToProject(who, ended, 'owner', past)
    }
    await bindToProject(writer, open, 'readonly')
    const shown = async (who: TestMember) =>
      Object.fromEntries(
        (await as(who).run(listProjects, {})).rows.map(({ name, tier }) => [name, tier]),
      )
    const tiers = { default: 'write', open: 'write', given: 'readonly', own: 'owner' }
    expect(await shown(writer)).toEqual(tiers)
    const read = Object.fromEntries(Object.keys(tiers).map((name) => [name, 'readonly']))
    expect(await shown(reader)).toEqual(read)
    const all = { ...tiers, ended: '', hidden: '' }
    const owned = Object.fromEntries(Object.keys(all).map((name) => [name, 'owner']))
    expect(await shown(await hold(cloud, 'owner'))).toEqual(owned)
    expect(await shown(owner)).toEqual(owned)
    // a role in a project without one on its cloud is nothing
    const dormant = await makeMember(organization.id)
    await bindToProject(dormant, own, 'owner')
    expect(await shown(dormant)).toEqual({})
    expect(await shown(organization.stranger)).toEqual({})
  })

  test('is filtered by cloud, visibility, creator, default, mine', async () => {
    const { owner } = organization
    const other = await makeCloud(owner, { name: 'lab' })
    await makeProject(owner, other, { name: 'far', isPublic: true })
    await makeProject(owner, cloud, { name: 'open', isPublic: true })
    await create(writer, 'mine')
    for (const who of [owner, writer]) {
      const here = { cloudId: cloud.id }
      expect(await namesFor(who, here)).toEqual(['default', 'mine', 'open'])
      expect(await namesFor(who, { ...here, visibility: 'private' })).toEqual(['mine'])
      expect(await namesFor(who, { ...here, visibility: 'public' })).toEqual(['default', 'open'])
      expect(await namesFor(who, { ...here, includeDefaults: false })).toEqual(['mine', 'open'])
      expect(await namesFor(who, { creatorId: writer.userId })).toEqual(['mine'])
      expect(await namesFor(who, { search: 'INE' })).toEqual(['mine'])
      expect(await namesFor(who, { name: 'open' })).toEqual(['open'])
    }
    expect(await namesFor(writer, { mine: true })).toEqual(['mine'])
    expect(await namesFor(owner, { mine: true })).toEqual([])
    expect(await namesFor(owner, { includeDefaults: false })).toEqual(['far', 'mine', 'open'])
    expect(await namesFor(writer, { cloudId: other.id })).toEqual([])
  })

  test('is walked forwards and back by name and by time', async () => {
    const { owner } = organization
    for (const name of ['b', 'd', 'a', 'c'])
      await makeProject(owner, cloud, { name, isPublic: true })
    for (const who of [owner, writer])
      for (const order of [{}, { descending: true }, { sort: 'created' }] as const) {
        const all = await namesFor(who, order)
        expect(all).toHaveLength(5)
        const first = await as(who).run(listProjects, { ...order, count: 2 })
        const second = await as(who).run(listProjects, {
          ...{ ...order, count: 2, after: first.next ?? '' },
        })
        expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(all.slice(0, 4))
        expect(second.total).toEqual({ count: 5, more: false })
        const back = { ...order, count: 2, after: second.previous ?? '' }
        expect((await as(who).run(listProjects, back)).rows).toEqual(first.rows)
      }
  })
})

describe('project.change', () => {
  test('is for its owners; a version of before and a taken name are refused', async () => {
    const { owner } = organization
    const { id: projectId } = await create(writer, 'grasp')
    const change = (who: TestMember, more: object) =>
      as(who).run(changeProject, { projectId, ...more })
    expect(await change(writer, { description: 'Grasps.' })).toMatchObject({ version: 2 })
    expect(await change(owner, { name: 'grip' })).toMatchObject({ name: 'grip', version: 3 })
    expect(await change(owner, { name: 'grip' })).toMatchObject({ version: 3 })
    expect(await namesFor(owner, { search: 'grip' })).toEqual(['grip'])
    await expect(change(writer, { name: 'x', expectedVersion: 2 })).toBeProblem('stale', /^grip/)
    await expect(change(writer, { name: 'default' })).toBeProblem('conflict')
    const other = await hold(cloud)
    await expect(change(other, { name: 'x' })).toBeProblem('not_found')
    await bindToProject(other, { id: projectId, cloudId: cloud.id }, 'write')
    await expect(change(other, { name: 'x' })).toBeProblem('forbidden', /owners of the project/)
    await expect(organization).toHaveRecorded('project.changed', 2)
  })

  test('the default project keeps its name, not its description', async () => {
    const projectId = cloud.project.id
    const change = (more: object) =>
      as(organization.owner).run(changeProject, { projectId, ...more })
    await expect(change({ name: 'main' })).toBeProblem('conflict', /keeps its name/)
    expect(await change({ description: 'For all.' })).toMatchObject({ description: 'For all.' })
  })
})

describe('project.delete', () => {
  test('takes the roles in it along, and those alone', async () => {
    const { owner } = organization
    const { id: projectId } = await create(writer, 'grasp')
    const other = await create(writer, 'other')
    const reader = await hold(cloud)
    await bindToProject(reader, { id: projectId, cloudId: cloud.id }, 'readonly')
    await makeWorkload(writer, { id: projectId, cloudId: cloud.id }, { state: 'stopped' })
    const preview = await as(writer).run(previewProjectDeletion, { projectId })
    expect(preview.members).toMatchObject({ count: 2 })
    expect(preview).toMatchObject({ workloads: { count: 0, first: [] }, denial: null })
    for (const use of [deleteProject, previewProjectDeletion]) {
      await expect(as(reader).run(use, { projectId })).toBeProblem('forbidden')
    }
    await expect(as(writer).run(deleteProject, { projectId, typed: 'grip' })).toBeProblem(
      'invalid_input',
      /Type it exactly: grasp/,
    )
    await as(writer).run(deleteProject, { projectId, typed: 'grasp' })
    await expect(as(owner).run(getProject, { projectId })).toBeProblem('not_found')
    const where = { projectId: { in: [projectId, other.id] } }
    expect(await inSystem((db) => db.roleBinding.count({ where }))).toBe(1)
    const event = (await eventsOf(organization.id)).find(({ event }) => event === 'project.deleted')
    expect(event).toMatchObject({ before: { cloud: 'prod' }, after: { members: 2 } })
  })

  test('is refused while something goes on in it, and for the default project', async () => {
    const project = await create(writer, 'grasp')
    const place = { id: project.id, cloudId: cloud.id }
    await makeWorkload(writer, place, { name: 'train', state: 'idle', kind: 'job' })
    const asked = { projectId: project.id }
    await expect(as(writer).run(deleteProject, asked)).toBeProblem(
      'forbidden',
      /You cannot delete a project unless it has no jobs or services/,
    )
    const preview = await as(writer).run(previewProjectDeletion, asked)
    expect(preview).toMatchObject({ workloads: { count: 1, first: ['train'] } })
    expect(preview.denial).toMatch(/^You cannot delete/)
    const home = as(organization.owner).run(deleteProject, { projectId: cloud.project.id })
    await expect(home).toBeProblem('conflict', /goes with its cloud/)
  })
})

test('a creator who is removed shows as such; owners of the organization still own it', async () => {
  const { owner } = organization
  const { id: projectId } = await create(writer, 'grasp')
  // The roles go with the membership (module members); here it is enough that it has ended.
  await as(owner).run(removeMember, { memberId: writer.id })
  const project = await as(owner).run(getProject, { projectId })
  expect(project).toMatchObject({ tier: 'owner', creator: { id: writer.id, removed: true } })
})
