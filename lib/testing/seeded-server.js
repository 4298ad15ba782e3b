// @ts-check
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGatehouse } from '../../e2e/server.js'
import { at } from '../listener/setup/paths.js'

/**
 * @typedef {{ email: string, password: string, api_key: string }} Account
 * @typedef {{ organization_id: string, owner: Account, second_owner: Account, collaborator: Account, stranger: Account }} Seed
 * @typedef {{ seed: Seed, home: string }} Seeded
 */

/**
 * The built program with the scenario `basic` and a folder of its own, both gone afterwards.
 * @template T @param {number} port @param {(seeded: Seeded) => T | Promise<T>} work @returns {Promise<T>}
 */
export async function withSeededServer(port, work) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-client-'))
  const [dataDir, home] = [join(folder, 'data'), join(folder, 'home')]
  mkdirSync(home)
  try {
    const seed = JSON.parse(
      execFileSync(process.execPath, [at('lib/listener/seed.js'), 'basic', '--json'], {
        cwd: at(),
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: dataDir },
      }),
    )
    const server = await startGatehouse({ port, dataDir })
    try {
      return await work({ seed, home })
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const build = () =>
  execFileSync(process.execPath, [at('lib/listener/build.js')], { stdio: 'inherit' })
