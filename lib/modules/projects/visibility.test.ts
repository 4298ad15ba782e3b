import { beforeEach, describe, expect, test } from 'vitest'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { inSystem } from '@/lib/platform/db/doors'
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
import { setVisibility } from './commands/set-visibility'
import { getProject } from './queries/get-project'
import { previewVisibility } from './queries/preview-visibility'

let organization: TestOrganization
let cloud: Awaited<ReturnType<typeof makeCloud>>
let project: Awaited<ReturnType<typeof makeProject>>
beforeEach(async () => {
  organization = await makeOrganization()
  cloud = await makeCloud(organization.owner)
  project = await makeProject(organization.owner, cloud, { isPublic: true })
})
const set = (who: TestMember, isPublic: boolean) =>
  as(who).run(setVisibility, { projectId: project.id, isPublic })
const named = async (name: string, role: Parameters<typeof bindToCloud>[2], more = {}) => {
  const member = await makeMember(organization.id, 'collaborator', { name })
  await bindToCloud(member, cloud, role, more)
  return member
}

test('public: everybody on the cloud writes, read-only people read; private: who holds a role', async () => {
  const { owner } = organization
  const [writer, reader, given] = await Promise.all([
    named('Writer', 'writer'),
    named('Reader', 'collaborator', { readOnly: true }),
    named('Given', 'collaborator'),
  ])
  await bindToProject(given, project, 'readonly')
  const tierOf = (who: TestMember) =>
    as(who)
      .run(getProject, { projectId: project.id })
      .then(({ tier }) => tier)
      .catch(({ code }) => code)
  const tiers = () => Promise.all([writer, reader, given].map(tierOf))
  expect(await tiers()).toEqual(['write', 'readonly', 'write'])
  expect(await set(owner, false)).toMatchObject({ isPublic: false, version: 2 })
  expect(await tiers()).toEqual(['not_found', 'not_found', 'readonly'])
  await set(owner, false)
  await set(owner, true)
  expect(await tiers()).toEqual(['write', 'readonly', 'write'])
  await expect(organization).toHaveRecorded('project.visibility_changed', 2)
})

test('is for owners of the project, whoever else writes in it; the default one stays public', async () => {
  const { owner, stranger } = organization
  const writer = await named('Writer', 'writer')
  for (const use of [setVisibility, previewVisibility]) {
    const input = { projectId: project.id, isPublic: false }
    await expect(as(writer).run(use, input)).toBeProblem('forbidden', /owners of the project/)
    await expect(as(stranger).run(use, input)).toBeProblem('not_found')
  }
  const home = { projectId: cloud.project.id, isPublic: false }
  await expect(as(owner).run(setVisibility, home)).toBeProblem('conflict', /is public, and stays/)
  expect((await as(owner).run(previewVisibility, home)).denial).toMatch(/stays so/)
  await bindToProject(writer, project, 'owner')
  expect(await set(writer, false)).toMatchObject({ isPublic: false, tier: 'owner' })
})

describe('the preview', () => {
  const nobody = { count: 0, first: [] }
  const preview = (isPublic: boolean) =>
    as(organization.owner).run(previewVisibility, { projectId: project.id, isPublic })

  test('says who loses, who is lowered, and back; and who worked there lately', async () => {
    const { owner, secondOwner } = organization
    const lena = await named('Lena', 'collaborator')
    const arne = await named('Arne', 'workload_operator')
    const held = await named('Held', 'writer')
    const owned = await named('Owned', 'writer')
    await bindToProject(held, project, 'readonly')
    await bindToProject(owned, project, 'owner')
    await named('Cloud owner', 'owner')
    await named('Ended', 'writer', { endsAt: new Date(Date.now() - 1_000) })
    await bindToCloud(secondOwner, cloud)
    const away = await named('Away', 'writer')
    await as(owner).run(suspendMember, { memberId: away.id })
    await makeWorkload(lena, project, { state: 'finished' })
    const { id } = await makeWorkload(arne, project)
    const lastSeenAt = new Date(Date.now() - 31 * 86_400_000)
    await inSystem((db) => db.workload.updateMany({ where: { id }, data: { lastSeenAt } }))

    const lose = { count: 2, first: ['Arne', 'Lena'], lately: 1 }
    const lower = { count: 1, first: ['Held'] }
    const quiet = { ...nobody, lately: 0 }
    expect(await preview(false)).toEqual({
      ...{ isPublic: true, lose, lower, gain: nobody, raise: nobody, denial: null },
    })
    expect(await preview(true)).toMatchObject({ lose: quiet, lower: nobody, gain: nobody })
    await set(owner, false)
    expect(await preview(true)).toEqual({
      ...{ isPublic: false, lose: quiet, lower: nobody, raise: lower, denial: null },
      gain: { count: 2, first: ['Arne', 'Lena'] },
    })
  })

  test('names the first five, and counts them all', async () => {
    for (let n = 1; n <= 7; n++) await named(`Person ${n}`, 'collaborator')
    const { lose } = await preview(false)
    expect(lose.count).toBe(7)
    expect(lose.first).toEqual([1, 2, 3, 4, 5].map((n) => `Person ${n}`))
  })
})
