import { beforeEach, describe, expect, test } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import { as, eventsOf, makeOrganization, type TestOrganization } from '@/lib/testing/people'
import {
  bindToCloud,
  bindToProject,
  makeCloud,
  makeProject,
  makeWorkload,
} from '@/lib/testing/resources'
import { createCloud } from './commands/create-cloud'
import { deleteCloud } from './commands/delete-cloud'
import { makeDefaultCloud } from './commands/make-default-cloud'
import { defaultCloud } from './queries/default-cloud'
import { previewCloudDeletion } from './queries/preview-cloud-deletion'

const AWS = { provider: 'AWS', region: 'us-west-2' } as const
let organization: TestOrganization
beforeEach(async () => {
  organization = await makeOrganization()
})
const create = (name: string) => as(organization.owner).run(createCloud, { name, ...AWS })
const defaults = () =>
  inSystem((db) =>
    db.cloud.findMany({ where: { organizationId: organization.id, isDefault: true } }),
  )

describe('the default cloud', () => {
  test('is the first one, then another that is chosen; never two, never none', async () => {
    const { owner, collaborator } = organization
    expect(await as(owner).run(defaultCloud, {})).toBeNull()
    await create('first')
    const second = await create('second')
    expect(await as(owner).run(defaultCloud, {})).toMatchObject({ name: 'first' })
    const made = await as(owner).run(makeDefaultCloud, { cloudId: second.id })
    expect(made).toMatchObject({ name: 'second', isDefault: true, version: 2 })
    await as(owner).run(makeDefaultCloud, { cloudId: second.id })
    expect(await defaults()).toMatchObject([{ name: 'second' }])
    await expect(organization).toHaveRecorded('cloud.made_default')
    // Whoever cannot reach it is not told of it.
    expect(await as(collaborator).run(defaultCloud, {})).toBeNull()
    await bindToCloud(collaborator, second, 'project_viewer')
    expect(await as(collaborator).run(defaultCloud, {})).toMatchObject({ tier: 'readonly' })
  })

  test('is chosen by owners of the organization, not of the cloud', async () => {
    const { collaborator } = organization
    await create('first')
    const second = await create('second')
    await bindToCloud(collaborator, second, 'owner')
    const chosen = as(collaborator).run(makeDefaultCloud, { cloudId: second.id })
    await expect(chosen).toBeProblem('forbidden', /Only owners can choose the default cloud/)
    expect(await defaults()).toMatchObject([{ name: 'first' }])
  })

  test('chosen by two owners at once, and made at once: exactly one', async () => {
    const { owner, secondOwner } = organization
    const clouds = await Promise.all(['a', 'b', 'c'].map(create))
    expect(await defaults()).toHaveLength(1)
    for (let round = 0; round < 3; round++) {
      await Promise.all(
        clouds.map(({ id: cloudId }, index) =>
          as(index % 2 ? owner : secondOwner).run(makeDefaultCloud, { cloudId }),
        ),
      )
      expect(await defaults()).toHaveLength(1)
    }
  })

  test('goes last: while there are others it is refused', async () => {
    const { owner } = organization
    const [first, second] = [await create('first'), await create('second')]
    const refused = as(owner).run(deleteCloud, { cloudId: first.id })
    await expect(refused).toBeProblem(
      'conflict',
      /^first is the default cloud\. Make another cloud the default one first\.$/,
    )
    const preview = await as(owner).run(previewCloudDeletion, { cloudId: first.id })
    expect(preview.denial).toMatch(/^first is the default cloud/)
    await as(owner).run(deleteCloud, { cloudId: second.id })
    await as(owner).run(deleteCloud, { cloudId: first.id })
    expect(await as(owner).run(defaultCloud, {})).toBeNull()
    expect(await create('third')).toMatchObject({ isDefault: true })
  })

  test('made the default while it is deleted: it stays, or another is', async () => {
    const { owner, secondOwner } = organization
    for (let round = 0; round < 3; round++) {
      const { id: cloudId } = await create(`extra-${round}`)
      if (round === 0) await create('always')
      await Promise.allSettled([
        as(owner).run(makeDefaultCloud, { cloudId }),
        as(secondOwner).run(deleteCloud, { cloudId }),
      ])
      expect(await defaults()).toHaveLength(1)
    }
  })
})

describe('cloud.delete', () => {
  test('takes projects, roles and workloads along, as the preview said', async () => {
    const { id, owner, collaborator } = organization
    const cloud = await makeCloud(owner, { name: 'prod' })
    const other = await makeCloud(owner)
    for (const each of [cloud, other]) {
      await bindToCloud(collaborator, each)
      const project = await makeProject(owner, each, { name: 'grasp' })
      await bindToProject(collaborator, project)
      await makeWorkload(collaborator, project, { name: 'train' })
      await makeWorkload(collaborator, project, { name: 'over', state: 'finished' })
    }
    const preview = await as(owner).run(previewCloudDeletion, { cloudId: cloud.id })
    expect(preview).toEqual({
      projects: { count: 2, first: ['default', 'grasp'] },
      members: { count: 1, first: [collaborator.name] },
      workloads: { count: 1, first: ['train'] },
      denial: null,
    })
    const remove = (typed: string) => as(owner).run(deleteCloud, { cloudId: cloud.id, typed })
    await expect(remove('Prod')).toBeProblem('invalid_input', /Type it exactly: prod/)
    expect(await remove(' prod')).toEqual({ id: cloud.id, name: 'prod' })
    const where = { organizationId: id }
    const left = await inSystem(async (db) => ({
      clouds: await db.cloud.count({ where }),
      projects: await db.project.count({ where }),
      bindings: await db.roleBinding.count({ where }),
      workloads: await db.workload.count({ where }),
    }))
    expect(left).toEqual({ clouds: 1, projects: 2, bindings: 2, workloads: 2 })
    const event = (await eventsOf(id)).find((each) => each.event === 'cloud.deleted')
    expect(event).toMatchObject({ after: { projects: 2, members: 1, workloads: 1 } })
  })

  test('is for owners of the organization; a stranger finds nothing', async () => {
    const { owner, collaborator, stranger } = organization
    const cloud = await makeCloud(owner)
    await bindToCloud(collaborator, cloud, 'owner')
    for (const use of [deleteCloud, previewCloudDeletion]) {
      const input = { cloudId: cloud.id }
      await expect(as(collaborator).run(use, input)).toBeProblem('forbidden', /Only owners can/)
      await expect(as(stranger).run(use, input)).toBeProblem('not_found')
    }
  })

  test('two owners at once: one deletes it, the other finds nothing', async () => {
    const { owner, secondOwner } = organization
    const { id: cloudId } = await makeCloud(owner)
    const tries = await Promise.allSettled(
      [owner, secondOwner].map((who) => as(who).run(deleteCloud, { cloudId })),
    )
    const codes = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
    expect(codes).toEqual(['not_found'])
    await expect(organization).toHaveRecorded('cloud.deleted')
  })
})
