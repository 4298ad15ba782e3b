import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../postgres'
import { makeDatabase, program, type Seed, secret } from './installation'

export type Seeds = { server: string; bin: string; home: string; postgresql: Seed; embedded: Seed }

declare module 'vitest' {
  interface ProvidedContext {
    seeds: Seeds
  }
}

/** One organization, written once per engine; every test has a copy. */
export default async function setup(project: TestProject) {
  const postgres = await startPostgres({ durable: true })
  const home = mkdtempSync(join(tmpdir(), 'gatehouse-faults-'))
  mkdirSync(join(home, 'embedded'))
  const url = await makeDatabase(postgres.url, 'seeded')
  const seed = async (env: Record<string, string>): Promise<Seed> =>
    JSON.parse(await program('lib/listener/seed.js', ['basic', '--json'], env))
  const postgresql = await seed({
    DATABASE_URL: url,
    AUTH_SECRET: secret,
    DATA_DIR: join(home, 'none'),
  })
  const embedded = await seed({ AUTH_SECRET: secret, DATA_DIR: join(home, 'embedded') })
  project.provide('seeds', { server: postgres.url, bin: postgres.bin, home, postgresql, embedded })
  return async () => {
    await postgres.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
