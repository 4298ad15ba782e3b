import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '@/lib/platform/db/migrate'
import { openPGlite } from '@/lib/platform/db/pglite'
import { at, hashOf } from '../listener/setup/paths.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Databases to copy: where the files of embedded ones are, and the migrated one of the server under test. */
    copied: { embedded: string; server: string | null }
  }
}

const hash = hashOf(['prisma/migrations', 'node_modules/@electric-sql/pglite/package.json'])

/** Every worker process has a database of its own: made and migrated once, then copied, which costs a fifth. */
export default async function setup(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL
  project.provide('copied', {
    embedded: await embedded(),
    server: server ? await onServer(server) : null,
  })
}

async function embedded(): Promise<string> {
  const folder = at('.cache/test', `pglite-${hash.slice(0, 16)}`)
  if (existsSync(folder)) return folder
  mkdirSync(at('.cache/test'), { recursive: true })
  for (const old of readdirSync(at('.cache/test')).filter((name) => name.startsWith('pglite-')))
    rmSync(at('.cache/test', old), { recursive: true })
  const fresh = `${folder}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  const pglite = await openPGlite(null)
  const keep = async (name: string) => {
    const files = await pglite.dumpDataDir('none')
    writeFileSync(join(fresh, `${name}.tar`), Buffer.from(await files.arrayBuffer()))
  }
  await keep('empty')
  await applyMigrations({
    query: async (sql) => (await pglite.query(sql)).rows as never,
    script: async (sql) => void (await pglite.transaction((tx) => tx.exec(sql))),
  })
  await keep('migrated')
  await pglite.close()
  try {
    renameSync(fresh, folder)
  } catch {
    rmSync(fresh, { recursive: true }) // another run was quicker
  }
  return folder
}

async function onServer(url: string): Promise<string> {
  const name = `gh_migrated_${hash.slice(0, 16)}`
  const run = async <T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(Object.assign(new URL(url), { pathname: `/${database}` }).href)
    await client.connect()
    return work(client).finally(() => client.end())
  }
  const home = new URL(url).pathname.slice(1)
  const found = await run(home, (client) =>
    client.query('SELECT FROM pg_database WHERE datname = $1', [name]),
  )
  if (found.rowCount) return name
  await run(home, (client) => client.query(`CREATE DATABASE ${name}_new`))
  await run(`${name}_new`, (client) =>
    applyMigrations({
      query: async (sql) => (await client.query(sql)).rows as never,
      script: async (sql) => void (await client.query(sql)),
    }),
  )
  await run(home, (client) => client.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`))
  return name
}
