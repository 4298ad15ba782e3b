import { beforeAll, expect, test } from 'vitest'
import { writeCursor } from '@/lib/domain/cursor'
import { candidatesOnCloud } from '@/lib/modules/bindings/queries/candidates-on-cloud'
import { candidatesOnProject } from '@/lib/modules/bindings/queries/candidates-on-project'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'
import { previewRemovalFromCloud } from '@/lib/modules/bindings/queries/preview-removal'
import { previewRemoval } from '@/lib/modules/members/queries/preview-removal'
import { readTenant } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { readTarget } from '@/lib/platform/db/targets'
import { fillResources } from './fill-resources'
import type { Case } from './lists'
import { readsOf } from './reads'

/** Two thousand are on the cloud that adds everybody: they are found, sorted, and counted to a thousand. */
const MOST = 7_500
let world: Awaited<ReturnType<typeof fillResources>>
beforeAll(async () => {
  world = await fillResources()
}, 180_000)

const cloudId = 'cld_fill500'
const projectId = 'prj_fill499' // on it, and public
const deep = writeCursor({ value: 'fill 8', id: 'x', offset: 500, backwards: false })
const narrowed: object[] = [
  {},
  { after: deep },
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
const cases: Case[] = [
  ...[...narrowed, { roles: ['owner'] }, { roles: ['cloud_read_only'] }].map(
    (input): Case => ['on a cloud', listOnCloud, { cloudId, ...input }],
  ),
  ...[...narrowed, { roles: ['owner'] }].map(
    (input): Case => ['in a project', listOnProject, { projectId, ...input }],
  ),
  ['whom to pick', candidatesOnCloud, { cloudId, search: 'fill 19' }],
  ['whom to pick in a project', candidatesOnProject, { projectId, search: 'fill 19' }],
  ['off a cloud', previewRemovalFromCloud, { cloudId: 'cld_fill400', memberId: 'ide_fill802' }],
]

const read = async ([, use, input]: Case) => {
  const { cloudId: cloud, projectId: project = '' } = input as Record<string, string>
  const { organizationId, id } = world.owner
  const target = await readTenant(organizationId, (db) =>
    readTarget(db, cloud ? { cloud } : { project }, id, new Date()),
  )
  return readsOf(use, world.owner, input, target ?? undefined)
}

test('who holds what reads through indexes, and little of it', { timeout: 300_000 }, async () => {
  const wrong: string[] = []
  for (const each of cases) {
    const { scanned, rows } = await read(each)
    if (scanned.length > 0 || rows > MOST)
      wrong.push(`${each[0]} ${JSON.stringify(each[2])}: ${rows} rows; ${scanned.join(', ')}`)
  }
  expect(wrong).toEqual([])
})

test('what somebody leaves behind is found by who they are', async () => {
  for (const memberId of ['ide_fill3', world.wide.id, world.narrow.id]) {
    const { scanned, rows } = await readsOf(previewRemoval, world.owner, { memberId })
    expect({ memberId, scanned }).toEqual({ memberId, scanned: [] })
    // `wide` holds two thousand roles and owns a thousand projects: each is looked at, and nobody else's
    expect(rows, memberId).toBeLessThan(memberId === world.wide.id ? 2 * MOST : MOST)
  }
})

test('that is seen when an index is missing', async () => {
  const { raw } = await engine()
  await raw.query('DROP INDEX role_binding_by_role')
  const { rows } = await read(['', listOnCloud, { cloudId, roles: ['workload_operator'] }])
  await raw.query(
    'CREATE INDEX role_binding_by_role ON role_binding (organization_id, cloud_id, role) WHERE project_id IS NULL',
  )
  expect(rows).toBeGreaterThan(1_900)
})
