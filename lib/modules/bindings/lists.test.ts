import { beforeAll, describe, expect, test } from 'vitest'
import { bindingCount, bindingPage } from '@/lib/platform/db/binding-list'
import { readTenant } from '@/lib/platform/db/doors'
import { makeCrowd } from '@/lib/testing/crowd'
import { as, makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { onCloud as world } from '@/lib/testing/worlds'
import { listOnCloud } from './queries/list-on-cloud'
import { listOnProject } from './queries/list-on-project'

beforeAll(() => makeOrganization())
const DAY = 86_400_000 // ms

describe('binding.list_on_cloud', () => {
  test('filters by what stands in the rows and by whose they are', async () => {
    const { id, owner, secondOwner, cloudOwner, cloud, cloudId } = await world()
    const [writer, limited, ending] = [
      await makeMember(id, 'collaborator', { name: 'Åsa Writer' }),
      await makeMember(id, 'collaborator', { name: 'Liv Limited' }),
      await makeMember(id, 'collaborator', { name: 'Eva Ending' }),
    ]
    await bindToCloud(writer, cloud, 'writer')
    await bindToCloud(limited, cloud, 'collaborator', { readOnly: true, origin: 'auto_add' })
    await bindToCloud(ending, cloud, 'collaborator', { endsAt: new Date(Date.now() + 2 * DAY) })
    await bindToCloud(secondOwner, cloud, 'collaborator', { origin: 'auto_add' }) // dormant
    const found = async (filters: object) =>
      (await as(owner).run(listOnCloud, { cloudId, ...filters })).rows.map(
        ({ member }) => member.id,
      )
    const [c, w, l, e] = [cloudOwner, writer, limited, ending].map((one) => one.id)
    expect(await found({})).toEqual([w, c, e, l])
    expect(await found({ roles: ['owner'] })).toEqual([c])
    expect(await found({ roles: ['collaborator', 'writer'] })).toEqual([w, e])
    expect(await found({ roles: ['cloud_read_only'] })).toEqual([l])
    expect(await found({ roles: ['cloud_read_only', 'owner'] })).toEqual([c, l])
    expect(await found({ origins: ['auto_add'] })).toEqual([l])
    expect(await found({ kinds: ['service_account'] })).toEqual([])
    expect(await found({ ends: 'ending' })).toEqual([e])
    expect(await found({ ends: 'timed' })).toEqual([e])
    expect(await found({ ends: 'ended' })).toEqual([])
    expect(await found({ search: 'asa wri' })).toEqual([w])
    expect(await found({ search: 'as' })).toEqual([w])
    expect(await found({ search: ending.email })).toEqual([e])
    expect(await found({ search: 'a%' })).toEqual([])
    expect(await found({ search: 'zz top' })).toEqual([])
  })

  test('walks every page forwards and back, whether few or many are on the cloud', async () => {
    const { id, owner } = await makeOrganization()
    const cloud = await makeCloud(owner, { autoAdd: true })
    await makeCrowd(id, 45)
    const walk = async (input: object) => {
      const names: string[] = []
      let after: string | undefined
      let last = ''
      do {
        const page = await as(owner).run(listOnCloud, { cloudId: cloud.id, ...input, after })
        names.push(...page.rows.map(({ member }) => member.name))
        last = page.previous ?? ''
        after = page.next ?? undefined
      } while (after)
      const back = await as(owner).run(listOnCloud, { cloudId: cloud.id, ...input, after: last })
      return { names, back: back.rows.map(({ member }) => member.name) }
    }
    const { names, back } = await walk({ count: 20 })
    expect(names).toHaveLength(45)
    expect(names).toEqual([...names].sort())
    expect(back).toEqual(names.slice(20, 40))
    expect((await walk({ count: 2, search: 'crowd 0000' })).names).toHaveLength(9)
  })

  test('many at once: everybody is walked in the order of the list, and counted to a bound', async () => {
    const { id, owner } = await makeOrganization()
    const cloud = await makeCloud(owner, { autoAdd: true })
    await makeCrowd(id, 2_100)
    const page = await as(owner).run(listOnCloud, { cloudId: cloud.id, count: 3 })
    expect(page.rows.map(({ member }) => member.name)).toEqual([
      'Crowd 00001',
      'Crowd 00002',
      'Crowd 00003',
    ])
    expect(page.total).toEqual({ count: 1_000, more: true })
    const next = await as(owner).run(listOnCloud, {
      cloudId: cloud.id,
      count: 3,
      after: page.next as string,
      search: 'crowd',
    })
    expect(next.rows[0]?.member.name).toBe('Crowd 00004')
    expect(next.rows[0]).toMatchObject({ origin: 'auto_add', binding: { createdBy: null } })
  })
})

describe('binding.list_on_project', () => {
  test('rows of its own; the others are said beside them', async () => {
    const { id, owner, cloud, cloudOwner, member } = await world()
    await bindToCloud(member, cloud)
    const open = await makeProject(owner, cloud, { isPublic: true })
    const other = await makeProject(owner, cloud)
    const reader = await makeMember(id)
    await bindToCloud(reader, cloud)
    await bindToProject(reader, open, 'readonly')
    await bindToProject(member, other, 'owner')
    const page = await as(owner).run(listOnProject, { projectId: open.id, inherited: true })
    // In a public project everybody on the cloud writes, whatever the row says.
    expect(page.rows).toMatchObject([
      { member: { id: reader.id }, role: 'readonly', tier: 'write' },
    ])
    expect(page.inherited).toEqual({
      owners: { count: 2, more: false, names: expect.arrayContaining([owner.name]) },
      cloudOwners: { count: 1, more: false, names: [cloudOwner.name] },
      everyone: { count: 3, more: false },
    })
    const filtered = await as(owner).run(listOnProject, { projectId: open.id, roles: ['owner'] })
    expect(filtered).toMatchObject({ rows: [], inherited: null })
  })
})

test('the functions of the database answer for the door’s organization alone', async () => {
  const { cloudOwner, cloudId, stranger } = await world()
  const at = { cloud: cloudId, project: null }
  const filter = { now: new Date().toISOString() }
  const order = { descending: false, after: null, limit: 10 }
  const ask = (organizationId: string) =>
    readTenant(organizationId, async (db) => ({
      page: await bindingPage(db, at, filter, order),
      count: await bindingCount(db, at, filter, 10),
    }))
  expect(await ask(cloudOwner.organizationId)).toMatchObject({
    page: [{ id: cloudOwner.id }],
    count: 1,
  })
  expect(await ask(stranger.organizationId)).toEqual({ page: [], count: 0 })
})
