import { randomBytes } from 'node:crypto'
import { vi } from 'vitest'
import { engine } from '@/lib/platform/db/engine'

/**
 * Runs something on a new, empty database of the same engine, for what only the first organization meets. Modules
 * that `run` imports are fresh copies; those the test imported at its top still have the shared database.
 */
export async function onEmptyDatabase(run: () => Promise<void>): Promise<void> {
  const shared = await engine()
  const { gatehouseOnce } = globalThis
  const url = process.env.DATABASE_URL
  const name = `gh_empty_${randomBytes(6).toString('hex')}`
  if (url) {
    await shared.raw.query(`CREATE DATABASE ${name}`)
    process.env.DATABASE_URL = Object.assign(new URL(url), { pathname: `/${name}` }).href
  }
  globalThis.gatehouseOnce = new Map()
  vi.resetModules()
  try {
    const { migrate } = await import('@/lib/platform/db/migrate')
    await migrate()
    await run()
    await (await import('@/lib/platform/db/engine')).engine().then((empty) => empty.close())
  } finally {
    globalThis.gatehouseOnce = gatehouseOnce
    vi.resetModules()
    if (url) {
      process.env.DATABASE_URL = url
      await shared.raw.query(`DROP DATABASE ${name} WITH (FORCE)`)
    }
  }
}
