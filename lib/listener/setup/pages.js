// @ts-check
import { actionsKey, fingerprint } from '../secret.js'
import { run } from './child.js'
import { at, hashOf, textOf, write } from './paths.js'

const stamp = at('.next/gatehouse-build')
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
]
const skip = (/** @type {string} */ path) =>
  /\.test\.tsx?$|^lib\/testing\/|^lib\/listener\/setup\//.test(path)

/**
 * Builds the pages when a source changed. The names of server actions depend on a key; processes that share
 * AUTH_SECRET must agree on them, so a build made with another one is made anew.
 * @param {string | undefined} [secret] AUTH_SECRET, when it was set
 * @returns {Promise<'up to date' | 'built'>}
 */
export async function pages(secret) {
  const [builtFrom, builtWith] = textOf(stamp).split('\n')
  const now = hashOf(sources, [process.versions.node.split('.')[0] ?? ''], skip)
  const key = secret ? fingerprint(secret) : ''
  if (builtFrom === now && (key === '' || key === builtWith)) return 'up to date'
  write(stamp, '')
  await run(process.execPath, [at('node_modules/next/dist/bin/next'), 'build'], {
    advice: 'The pages could not be built. Next said:',
    env: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secret && actionsKey(secret),
    },
  })
  write(stamp, `${now}\n${key}\n`)
  return 'built'
}
