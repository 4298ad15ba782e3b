import fs, { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { Embedded } from './embedded'
import { failureOf } from './failures'

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-full-'))
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
}, 120_000)

/** Every write of the database's files is answered as a full disk answers. */
function fillDisk() {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC', errno: -28 })
  const write = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
    throw full
  })
  return () => write.mockRestore()
}

test('a full disk ends PostgreSQL inside: refused at once, opened anew when there is room, nothing lost', async () => {
  const database = await Embedded.open(join(folder, 'database'))
  const rows = () =>
    database.run(async (p) => (await p.query('SELECT count(*)::int AS n FROM t')).rows)
  const insert = () =>
    database.run((p) => p.query('INSERT INTO t (x) VALUES ($1)', ['x'.repeat(2000)]))
  await database.run((p) => p.exec('CREATE TABLE t (id serial PRIMARY KEY, x text)'))
  for (let n = 0; n < 50; n++) await insert()

  const makeRoom = fillDisk()
  // The first that must reach the disk ends it; those that wait behind it are refused, none hangs.
  const waiting = await Promise.allSettled(Array.from({ length: 20 }, insert))
  const refused = waiting.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
  expect(refused).toHaveLength(20)
  expect(failureOf(refused[0]?.reason)).toBe('full')
  for (const { reason } of refused) expect(['full', 'lost']).toContain(failureOf(reason))
  await expect(rows()).rejects.toSatisfy((error) => failureOf(error) !== null)

  makeRoom()
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
  expect(await rows()).toEqual([{ n: 50 }])
  await insert()
  expect(await rows()).toEqual([{ n: 51 }])
  await database.close()
}, 120_000)
