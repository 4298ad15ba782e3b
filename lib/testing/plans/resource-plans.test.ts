import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { writeCursor } from '@/lib/domain/cursor'
import type { AnyQuery } from '@/lib/kernel/define'
import { candidatesOnCloud } from '@/lib/modules/bindings/queries/candidates-on-cloud'
import { candidatesOnProject } from '@/lib/modules/bindings/queries/candidates-on-project'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'
import { previewRemovalFromCloud } from '@/lib/modules/bindings/queries/preview-removal'
import { readOnCloud } from '@/lib/modules/bindings/queries/read-on-cloud'
import { listClouds } from '@/lib/modules/clouds/queries/list-clouds'
import { previewCloudDeletion } from '@/lib/modules/clouds/queries/preview-cloud-deletion'
import { previewRemoval } from '@/lib/modules/members/queries/preview-removal'
import { listProjects } from '@/lib/modules/projects/queries/list-projects'
import { previewVisibility } from '@/lib/modules/projects/queries/preview-visibility'
import { listWorkloads } from '@/lib/modules/workloads/queries/list-workloads'
import { decisionFacts } from '@/lib/platform/db/decisions'
import { readTenant } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { sqlOf } from '@/lib/platform/db/sql'
import { readTarget } from '@/lib/platform/db/targets'
import { fillResources, PROJECTS } from './fill-resources'
import type { Case } from './lists'
import { readsOf } from './reads'

/** A page with the people and projects of each row, and the count to a thousand. There are 45,000 bindings. */
const MOST = 7_000
/** Whoever is on every cloud has their thousand counted past what they do not reach; the page itself is a part of that. */
const FAR = 20_000
/** Two thousand are on the cloud that adds everybody: they are found, sorted, and counted to a thousand. */
const MOST_OF_HOLDERS = 7_500
let world: Awaited<ReturnType<typeof fillResources>>
beforeAll(async () => {
  world = await fillResources()
}, 180_000)

const deep = (value: string, id: string, backwards = false) =>
  writeCursor({ value, id, offset: 500, backwards })
const named: object[] = [
  {},
  { search: 'quokka' },
  { search: 'fill' },
  { search: 'fi' },
  { search: 'nobody at all' },
  { name: 'quokka' },
  { creatorId: 'usr_fill3' },
  { creatorId: 'ide_fill3' },
]
const orders = [{}, { sort: 'created', descending: true }]
const places = (sort: string | undefined) =>
  [true, false].map((backwards) => ({
    after:
      sort === 'created'
        ? deep('2025-01-05T00:00:00.000Z', 'x', backwards)
        : deep('fill 8', 'x', backwards),
  }))
const cases: Case[] = [
  ...orders.flatMap((order): Case[] => [
    ...[
      ...named,
      { autoAdd: true },
      { autoAdd: false },
      ...places((order as { sort?: string }).sort),
    ].map((filter): Case => ['clouds', listClouds, { ...filter, ...order }]),
    ...[
      ...named,
      { cloudId: 'cld_fill300' },
      { cloudId: 'cld_fill300', search: 'fill' },
      { visibility: 'public' },
      { visibility: 'private' },
      { includeDefaults: false },
      { mine: true },
      ...places((order as { sort?: string }).sort),
    ].map((filter): Case => ['projects', listProjects, { ...filter, ...order }]),
  ]),
  ...[
    {},
    { descending: false },
    { creatorId: 'usr_fill3' },
    { creatorId: 'ide_fill3', states: ['running'] },
    { states: ['running'] },
    { projectId: 'prj_fill299' },
    { externalId: 'fill299' },
    { ids: ['wl_fill299'] },
  ].map((filter): Case => ['workloads', listWorkloads, filter]),
]

test('every list of clouds, projects and workloads reads through an index, and little of it, whatever one reaches', {
  timeout: 300_000,
}, async () => {
  const wrong: string[] = []
  for (const [who, member, most] of [
    ['owner', world.owner, MOST],
    ['on every cloud', world.wide, FAR],
    ['on three clouds', world.narrow, MOST],
  ] as const)
    for (const [name, use, input] of cases) {
      const { scanned, rows } = await readsOf(use, member, input)
      if (scanned.length > 0 || rows > most) {
        wrong.push(`${name}, ${who}, ${JSON.stringify(input)}: ${rows} rows; ${scanned.join(', ')}`)
      }
    }
  expect(wrong).toEqual([])
})

test('previews read what is there, not everything', async () => {
  const { cloud } = (await target({ cloud: 'cld_fill300' })) ?? {}
  const ends = await readsOf(
    previewCloudDeletion,
    world.owner,
    { cloudId: 'cld_fill300' },
    { cloud },
  )
  const place = await target({ project: 'prj_fill499' })
  const asked = { projectId: 'prj_fill499', isPublic: false }
  const change = await readsOf(previewVisibility, world.owner, asked, place ?? undefined)
  for (const { scanned, rows } of [ends, change]) {
    expect(scanned).toEqual([])
    expect(rows).toBeLessThan(MOST)
  }
})
const target = (place: { cloud: string } | { project: string }) =>
  readTenant(world.id, (db) => readTarget(db, place, world.owner.id, new Date()))

const cloudId = 'cld_fill500'
const projectId = 'prj_fill499' // on it, and public
const narrowed: object[] = [
  {},
  { after: deep('fill 8', 'x') },
  { search: 'quokka' },
  { search: 'fill 19' },
  { search: 'fi' },
  { origins: ['direct'] },
  { kinds: ['service_account'] },
  { ends: 'ending' },
  { ends: 'ended' },
  { ends: 'planned' },
  { ends: 'timed' },
  { inherited: true },
]
const holders: Case[] = [
  ...[...narrowed, { roles: ['owner'] }, { roles: ['cloud_read_only'] }].map(
    (input): Case => ['on a cloud', listOnCloud, { cloudId, ...input }],
  ),
  ...[...narrowed, { roles: ['owner'] }].map(
    (input): Case => ['in a project', listOnProject, { projectId, ...input }],
  ),
  ['one of them', readOnCloud, { cloudId, memberId: 'ide_fill3' }],
  ['whom to pick', candidatesOnCloud, { cloudId, search: 'fill 19' }],
  ['whom to pick in a project', candidatesOnProject, { projectId, search: 'fill 19' }],
  ['off a cloud', previewRemovalFromCloud, { cloudId: 'cld_fill400', memberId: 'ide_fill802' }],
]

const readHolders = async ([, use, input]: Case) => {
  const { cloudId: cloud, projectId: project = '' } = input as Record<string, string>
  const place = await target(cloud ? { cloud } : { project })
  return readsOf(use, world.owner, input, place ?? undefined)
}

test('who holds what reads through indexes, and little of it', { timeout: 300_000 }, async () => {
  const wrong: string[] = []
  for (const each of holders) {
    const { scanned, rows } = await readHolders(each)
    if (scanned.length > 0 || rows > MOST_OF_HOLDERS)
      wrong.push(`${each[0]} ${JSON.stringify(each[2])}: ${rows} rows; ${scanned.join(', ')}`)
  }
  expect(wrong).toEqual([])
})

test('what somebody leaves behind is found by who they are', async () => {
  for (const memberId of ['ide_fill3', world.wide.id, world.narrow.id]) {
    const { scanned, rows } = await readsOf(previewRemoval, world.owner, { memberId })
    expect({ memberId, scanned }).toEqual({ memberId, scanned: [] })
    // `wide` holds two thousand roles and owns a thousand projects: each is looked at, and nobody else's
    expect(rows, memberId).toBeLessThan(
      memberId === world.wide.id ? 2 * MOST_OF_HOLDERS : MOST_OF_HOLDERS,
    )
  }
})

test('what somebody holds at a place is found by who they are, named or by their key', async () => {
  const place = { cloud: cloudId } // two thousand are on it
  for (const holder of ['ide_fill3', null]) {
    const { scanned, rows } = await readsOf(
      asQuery((db) => readTarget(db, place, holder, new Date())),
      world.owner,
    )
    expect({ holder, scanned, few: rows < FEW }).toEqual({ holder, scanned: [], few: true })
  }
})

test('a decision reads what it is about', async () => {
  const member = { member: 'ide_fill3', user: null, email: null }
  for (const asked of [
    { ...member, cloud: cloudId, project: null },
    { ...member, cloud: null, project: projectId },
    { ...member, member: null, user: 'usr_fill3', cloud: null, project: projectId },
  ]) {
    const { scanned, rows } = await readsOf(
      asQuery((db) => decisionFacts(db, [asked], new Date())),
      world.owner,
    )
    expect({ asked, scanned, few: rows < FEW }).toEqual({ asked, scanned: [], few: true })
  }
})
const FEW = 50
const asQuery = (run: (db: object) => Promise<unknown>) =>
  ({
    scope: 'organization',
    input: z.object({}),
    run: async ({ db }: { db: object }) => {
      await sqlOf(db).rows(`SELECT set_config('app.membership_id', 'ide_fill3', true)`, [])
      return run(db)
    },
  }) as unknown as AnyQuery

test('of lists, that is seen when an index is missing', async () => {
  const { raw } = await engine()
  const [row] = await raw.query<{ made: string }>(
    `SELECT pg_get_indexdef('project_organization_id_sort_key_id_idx'::regclass) AS made`,
  )
  await raw.query('DROP INDEX project_organization_id_sort_key_id_idx')
  const { rows } = await readsOf(listProjects, world.owner, {})
  await raw.query(row?.made as string)
  expect(rows).toBeGreaterThanOrEqual(PROJECTS)
})

test('of who holds what, that is seen when an index is missing', async () => {
  const { raw } = await engine()
  await raw.query('DROP INDEX role_binding_by_role')
  const { rows } = await readHolders(['', listOnCloud, { cloudId, roles: ['workload_operator'] }])
  await raw.query(
    'CREATE INDEX role_binding_by_role ON role_binding (organization_id, cloud_id, role) WHERE project_id IS NULL',
  )
  expect(rows).toBeGreaterThan(1_900)
})
