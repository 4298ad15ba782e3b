// @ts-check
import { existsSync } from 'node:fs'
import { client } from './setup/client.js'
import { packages } from './setup/packages.js'
import { at } from './setup/paths.js'
import { inTurn } from './setup/turn.js'
import { Told } from './terminal.js'

/**
 * Brings a checkout to the point where it can run: packages, configuration, database client, pages.
 * @param {import('./terminal.js').Terminal} out
 * @param {{ dev?: boolean, build?: boolean, port?: (port: number) => Promise<void> }} [wanted]
 *   `dev`: packages of tests too; `build`: the pages as well; `port` is asked before the long work begins
 * @returns {Promise<import('./secret.js').Env>}
 */
export async function prepare(out, { dev = false, build = false, port } = {}) {
  requireNode()
  return inTurn(
    async () => {
      await out.step('Packages', () => packages({ dev }))
      const env = await configuration()
      await port?.(env.PORT)
      await out.step('Database client', client)
      if (build) {
        // Not imported above: what it needs may only just have been installed.
        const { pages } = await import('./setup/pages.js')
        await out.step('Pages', () => pages(process.env.AUTH_SECRET?.trim()))
      }
      return env
    },
    () => out.say(out.dim('Another process is preparing this directory; waiting for it.')),
  )
}

/** Reads .env and the environment; every fault is told at once. @returns {Promise<import('./secret.js').Env>} */
export async function configuration() {
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'))
  const [{ describeFaults }, { loadEnv }] = await Promise.all([
    import('./config.js'),
    import('./secret.js'),
  ])
  const loaded = loadEnv()
  if (!loaded.ok) throw new Told(describeFaults(loaded.faults))
  return loaded.env
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Told(
    `Gatehouse needs Node.js 20.19 or newer. This is ${process.version}. Install a newer one from https://nodejs.org.`,
  )
}
