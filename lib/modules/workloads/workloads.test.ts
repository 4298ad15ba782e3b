import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { inSystem } from '@/lib/platform/db/doors'
import { gate } from '@/lib/testing/gate'
import { hostileTexts } from '@/lib/testing/hostile'
import {
  as,
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
import { reportWorkload } from './commands/report-workload'
import { listWorkloads } from './queries/list-workloads'
import { listWorkloadsInProject } from './queries/list-workloads-in-project'

let organization: TestOrganization
let cloud: Awaited<ReturnType<typeof makeCloud>>
let project: Awaited<ReturnType<typeof makeProject>>
let writer: TestMember
beforeEach(async () => {
  organization = await makeOrganization()
  writer = organization.collaborator
  cloud = await makeCloud(organization.owner, { name: 'prod' })
  project = await makeProject(organization.owner, cloud, { name: 'grasp' })
  await bindToCloud(writer, cloud)
  await bindToProject(writer, project)
})
const report = (who: TestMember, more: object = {}) =>
  as(who).run(reportWorkload, {
    ...({ externalId: 'job-1', kind: 'job', name: 'train', state: 'running' } as const),
    ...{ projectId: project.id, ...more },
  })
const stored = () =>
  inSystem((db) => db.workload.findMany({ where: { organizationId: organization.id } }))

describe('workload.report', () => {
  test('is the same workload, however often; only news is put in the log', async () => {
    const first = await report(writer, { creator: writer.userId })
    expect(first).toMatchObject({
      ...{ externalId: 'job-1', kind: 'job', name: 'train', state: 'running', version: 1 },
      ...{ project: { id: project.id, name: 'grasp' }, cloud: { id: cloud.id, name: 'prod' } },
      creator: { id: writer.id, email: writer.email, removed: false },
    })
    const seen = await report(writer)
    expect(seen).toMatchObject({ id: first.id, creator: { id: writer.id } })
    await expect(organization).toHaveRecorded('workload.reported', 1)
    const done = await report(writer, { state: 'finished', name: 'train 2' })
    expect(done).toMatchObject({ id: first.id, state: 'finished', name: 'train 2' })
    expect(await stored()).toHaveLength(1)
    await expect(organization).toHaveRecorded('workload.reported', 2)
  })

  test('what was seen earlier overwrites nothing; nothing is seen in the future', async () => {
    await report(writer, { state: 'finished', lastSeenAt: '2026-01-02T00:00:00Z' })
    const late = await report(writer, { lastSeenAt: '2026-01-01T00:00:00Z', name: 'old' })
    expect(late).toMatchObject({ state: 'finished', lastSeenAt: '2026-01-02T00:00:00.000Z' })
    const ahead = await report(writer, { lastSeenAt: '2999-01-01T00:00:00Z' })
    expect(Date.parse(ahead.lastSeenAt)).toBeLessThanOrEqual(Date.now())
    expect(ahead.state).toBe('running')
  })

  test('five reports at once make one workload', async () => {
    await Promise.all([1, 2, 3, 4, 5].map(() => report(writer)))
    expect(await stored()).toHaveLength(1)
    await expect(organization).toHaveRecorded('workload.reported', 1)
  })

  test('the same external id in another organization is another workload', async () => {
    const { stranger } = organization
    const theirs = await makeCloud(stranger)
    await report(writer)
    const other = await report(stranger, { projectId: theirs.project.id, name: 'other' })
    expect(other.name).toBe('other')
    expect(await stored()).toMatchObject([{ name: 'train' }])
  })

  test('nobody takes a workload into another project', async () => {
    const { owner } = organization
    await report(writer)
    const other = await makeProject(owner, cloud, { isPublic: true })
    const taken = report(await onCloud(), { projectId: other.id })
    await expect(taken).toBeProblem('conflict', /in another project/)
    expect(await stored()).toMatchObject([{ projectId: project.id }])
  })

  test('of a project that is deleted at that moment is of none', async () => {
    const [deleted, over] = [gate(), gate()]
    const deletion = inSystem(async (db) => {
      await db.project.deleteMany({ where: { id: project.id } })
      deleted.open()
      await over.passed
    })
    await deleted.passed
    const told = expect(report(writer)).toBeProblem('not_found')
    await setTimeout(300)
    over.open()
    await deletion
    await told
  })

  test('is for those who write in the project', async () => {
    const reader = await onCloud()
    await expect(report(reader)).toBeProblem('not_found')
    await bindToProject(reader, project, 'readonly')
    await expect(report(reader)).toBeProblem('forbidden', /people who may write in the project/)
    await expect(report(organization.stranger)).toBeProblem('not_found')
    expect(await stored()).toEqual([])
  })

  test('a creator is named by id or address; whom one may not see is nobody', async () => {
    const { id, owner, stranger } = organization
    const [seen, onIt, unseen] = [await onCloud(), await onCloud(), await makeMember(id)]
    await bindToProject(seen, project, 'readonly')
    const asWriter = (creator: string) => report(writer, { creator })
    for (const creator of [writer.id, writer.email.toUpperCase(), seen.userId, seen.email]) {
      await asWriter(creator)
    }
    for (const { email, userId, id } of [onIt, unseen, owner, stranger]) {
      for (const creator of [email, userId, id]) {
        await expect(asWriter(creator)).toBeProblem('invalid_input', /nobody like that/)
      }
    }
    const cloudOwner = await onCloud('owner')
    expect((await report(cloudOwner, { creator: onIt.email })).creator?.id).toBe(onIt.id)
    await expect(report(cloudOwner, { creator: unseen.id })).toBeProblem('invalid_input')
    expect((await report(owner, { creator: unseen.userId })).creator?.id).toBe(unseen.id)
    await expect(report(owner, { creator: stranger.userId })).toBeProblem('invalid_input')
  })

  test.each(Object.entries(hostileTexts))('ids and names are text: %s', async (_, text) => {
    const made = await report(writer, { externalId: text, name: text })
    expect(made).toMatchObject({ externalId: text, name: text })
    const found = await as(writer).run(listWorkloads, { externalId: text })
    expect(found.rows.map(({ id }) => id)).toEqual([made.id])
  })
})
const onCloud = async (role: 'writer' | 'owner' = 'writer') => {
  const member = await makeMember(organization.id)
  await bindToCloud(member, cloud, role)
  return member
}

describe('workload.list', () => {
  test('shows what runs where one can reach, newest first, filtered', async () => {
    const { owner, stranger } = organization
    const hidden = await makeProject(owner, cloud)
    const a = await makeWorkload(writer, project, { name: 'a', kind: 'job' })
    const b = await makeWorkload(writer, hidden, { name: 'b', state: 'finished' })
    const c = await makeWorkload(owner, cloud.project, { name: 'c', state: 'stopped' })
    const namesFor = async (who: TestMember, input = {}) =>
      (await as(who).run(listWorkloads, input)).rows.map(({ name }) => name)
    const seen = [c, b, a].map(({ id }, index) =>
      inSystem((db) =>
        db.workload.updateMany({
          where: { id },
          data: { lastSeenAt: new Date(Date.now() - index * 60_000) },
        }),
      ),
    )
    await Promise.all(seen)
    expect(await namesFor(owner)).toEqual(['c', 'b', 'a'])
    expect(await namesFor(owner, { descending: false })).toEqual(['a', 'b', 'c'])
    expect(await namesFor(writer)).toEqual(['c', 'a'])
    expect(await namesFor(await onCloud())).toEqual(['c'])
    expect(await namesFor(await onCloud('owner'))).toEqual(['c', 'b', 'a'])
    expect(await namesFor(stranger, { ids: [a.id], creatorId: writer.userId })).toEqual([])
    for (const creatorId of [writer.id, writer.userId]) {
      expect(await namesFor(owner, { creatorId })).toEqual(['b', 'a'])
    }
    expect(await namesFor(owner, { states: ['running', 'stopped'] })).toEqual(['c', 'a'])
    expect(await namesFor(owner, { kinds: ['job'] })).toEqual(['a'])
    expect(await namesFor(owner, { projectId: hidden.id })).toEqual(['b'])
    expect(await namesFor(writer, { projectId: hidden.id })).toEqual([])
    const page = await as(owner).run(listWorkloads, { count: 2 })
    expect(page.total).toEqual({ count: 3, more: false })
    const rest = await as(owner).run(listWorkloads, { count: 2, after: page.next ?? '' })
    expect(rest.rows.map(({ name }) => name)).toEqual(['a'])
    const back = await as(owner).run(listWorkloads, { count: 2, after: rest.previous ?? '' })
    expect(back.rows).toEqual(page.rows)

    const within = (who: TestMember, projectId: string) =>
      as(who).run(listWorkloadsInProject, { projectId })
    expect((await within(writer, project.id)).rows).toMatchObject([{ name: 'a' }])
    await expect(within(writer, hidden.id)).toBeProblem('not_found')
  })

  test('what a removed person made keeps running, and says so', async () => {
    const { owner } = organization
    await makeWorkload(writer, project)
    await as(owner).run(removeMember, { memberId: writer.id })
    const { rows } = await as(owner).run(listWorkloads, { creatorId: writer.id })
    expect(rows).toMatchObject([{ state: 'running', creator: { id: writer.id, removed: true } }])
  })
})
