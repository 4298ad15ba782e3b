// @ts-check
import { existsSync, rmSync } from 'node:fs'
import { run } from '../../listener/setup/child.js'
import { at, hashOf, textOf, write } from '../../listener/setup/paths.js'
import { freePort } from '../free-port.js'
import { startProgram } from './program.js'

const app = at('.cache/bench/next')
const files = {
  'package.json': '{ "type": "module", "private": true }\n',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(at())} } }\n`,
  'app/layout.js':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'app/nothing/route.js':
    "export const dynamic = 'force-dynamic'\nexport const GET = () => new Response(null)\n",
}

/** Builds the program of F2, once for each version of Next. */
export async function buildNextFloor() {
  const now = hashOf(['node_modules/next/package.json'], [JSON.stringify(files)])
  if (textOf(`${app}/.stamp`) === now && existsSync(`${app}/.next/BUILD_ID`)) return 'up to date'
  rmSync(app, { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) write(`${app}/${name}`, text)
  await run(process.execPath, [at('node_modules/next/dist/bin/next'), 'build', app], {
    advice: 'The floor F2 could not be built. Next said:',
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  write(`${app}/.stamp`, now)
  return 'built'
}

/** @param {string} databaseUrl of F1 */
export async function startFloors(databaseUrl) {
  const start = async (
    /** @type {string} */ name,
    /** @type {string} */ ready,
    /** @type {Record<string, string>} */ env = {},
  ) => {
    const args = [at(`lib/testing/bench/floors/${name}.js`)]
    const common = { NODE_ENV: 'production', ...env }
    return startProgram({ name: `floor-${name}`, args, port: await freePort(), env: common, ready })
  }
  return {
    F0: await start('listener', '/api/v2/'),
    F1: await start('page', '/', { DATABASE_URL: databaseUrl }),
    F2: await start('next', '/nothing', { BENCH_NEXT: app }),
  }
}
