// @ts-check
import { foreground } from './child.js'

/**
 * Runs prisma/seeds/run.ts on the configured database and returns its exit status.
 * @param {import('../secret.js').Env} env @param {readonly string[]} args
 * @param {import('node:child_process').IOType | number} stdout
 */
export async function runSeed(env, args, stdout) {
  const { derived } = await import('../secret.js')
  const program = ['--conditions=react-server', '--import', 'tsx', 'prisma/seeds/run.ts', ...args]
  return foreground(process.execPath, program, {
    env: derived(env),
    stdio: ['ignore', stdout, 'inherit'],
  })
}
