import { beforeAll, expect, test } from 'vitest'
import { makeCrowd } from '@/lib/testing/crowd'
import { testDatabase } from '@/lib/testing/database'
import { makeOrganization } from '@/lib/testing/people'
import { inSystem } from './doors'
import { engine } from './engine'
import { maintain } from './maintain'

beforeAll(testDatabase)

const known = async (): Promise<number> => {
  const { raw } = await engine()
  const sql = `SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'membership'`
  return (await raw.query<{ rows: number }>(sql))[0]?.rows as number
}

test('the embedded engine learns what its tables hold; a server knows by itself', async () => {
  const { id } = await makeOrganization()
  await makeCrowd(id, 400)
  const { kind } = await engine()
  const before = await known()
  const looked = await maintain()
  if (kind === 'postgresql') return expect(looked).toEqual([])
  expect(looked).toContain('membership')
  expect(await known()).toBeGreaterThan(before + 399)
  expect(await known()).toBe(await inSystem((db) => db.membership.count()))
  expect(await maintain()).not.toContain('membership')
})
