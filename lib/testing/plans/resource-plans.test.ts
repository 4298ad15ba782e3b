import { beforeAll, expect, test } from 'vitest'
import { writeCursor } from '@/lib/domain/cursor'
import { listClouds } from '@/lib/modules/clouds/queries/list-clouds'
import { previewCloudDeletion } from '@/lib/modules/clouds/queries/preview-cloud-deletion'
import { listProjects } from '@/lib/modules/projects/queries/list-projects'
import { previewVisibility } from '@/lib/modules/projects/queries/preview-visibility'
import { listWorkloads } from '@/lib/modules/workloads/queries/list-workloads'
import { readTenant } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { readTarget } from '@/lib/platform/db/targets'
import { fillResources, PROJECTS } from './fill-resources'
import type { Case } from './lists'
import { readsOf } from './reads'

/** A page with the people and projects of each row, and the count to a thousand. There are 45,000 bindings. */
const MOST = 7_000
/** Whoever is on every cloud has their thousand counted past what they do not reach; the page itself is a part of that. */
const FAR = 20_000
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

test('that is seen when an index is missing', async () => {
  const { raw } = await engine()
  const [row] = await raw.query<{ made: string }>(
    `SELECT pg_get_indexdef('project_organization_id_sort_key_id_idx'::regclass) AS made`,
  )
  await raw.query('DROP INDEX project_organization_id_sort_key_id_idx')
  const { rows } = await readsOf(listProjects, world.owner, {})
  await raw.query(row?.made as string)
  expect(rows).toBeGreaterThanOrEqual(PROJECTS)
})
