// @ts-check
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { hashOf } from '../../listener/setup/paths.js'
import { startPostgres } from '../postgres.js'
import { isFilled, prepareData } from './data.js'
import { openSql } from './database.js'
import { atEnd } from './ends.js'

/**
 * Databases with the scenario, one for each engine, and a PostgreSQL for the floor whatever is measured.
 * @param {import('./options.js').Options} options
 */
export async function preparePlaces({ reuse, engines }) {
  const home = reuse ? resolve(reuse) : mkdtempSync(join(tmpdir(), 'gatehouse-bench-'))
  mkdirSync(home, { recursive: true })
  chmodSync(home, 0o755) // PostgreSQL runs as somebody else
  if (!reuse) atEnd(() => rmSync(home, { recursive: true, force: true }))
  // Durable, as it has to be where nothing may be lost.
  const server = await startPostgres({ keep: join(home, 'postgres'), durable: true })
  atEnd(() => {}, server.stop)
  // What is gone on with was made by these very migrations, or is made anew beside it.
  const made = hashOf(['prisma/migrations']).slice(0, 8)
  const dataDir = join(home, `pg-${made}`)
  const databaseUrl = await database(server.url, `bench_${made}`, isFilled(dataDir))
  const [pg, pglite] = await Promise.all([
    prepareData({ databaseUrl, dataDir }),
    engines.includes('pglite') ? prepareData({ dataDir: join(home, `pglite-${made}`) }) : null,
  ])
  return {
    version: server.version,
    databaseUrl,
    data: { pg, ...(pglite && { pglite }) },
  }
}

/** @param {string} url @param {string} name @param {boolean} filled or else anew */
async function database(url, name, filled) {
  if (!filled) {
    const sql = await openSql({ databaseUrl: url, dataDir: '' })
    await sql.query(`DROP DATABASE IF EXISTS ${name}`)
    await sql.query(`CREATE DATABASE ${name}`)
    await sql.close()
  }
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

/** @typedef {Awaited<ReturnType<typeof preparePlaces>>} Places */
