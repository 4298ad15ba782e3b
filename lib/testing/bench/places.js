// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startPostgres } from '../postgres.js'
import { prepareData } from './data.js'
import { atEnd } from './ends.js'

/**
 * Databases with the scenario, one for each engine, and a PostgreSQL for the floor whatever is measured.
 * @param {import('./options.js').Options} options
 */
export async function preparePlaces({ reuse, engines }) {
  const home = reuse ? resolve(reuse) : mkdtempSync(join(tmpdir(), 'gatehouse-bench-'))
  if (!reuse) atEnd(() => rmSync(home, { recursive: true, force: true }))
  // Durable, as it has to be where nothing may be lost.
  const server = await startPostgres({ keep: join(home, 'postgres'), durable: true })
  atEnd(() => {}, server.stop)
  const [pg, pglite] = await Promise.all([
    prepareData({ databaseUrl: server.url, dataDir: join(home, 'pg') }),
    engines.includes('pglite') ? prepareData({ dataDir: join(home, 'pglite') }) : null,
  ])
  return {
    version: server.version,
    databaseUrl: server.url,
    data: { pg, ...(pglite && { pglite }) },
  }
}
/** @typedef {Awaited<ReturnType<typeof preparePlaces>>} Places */
