// @ts-check
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { at } from '../../listener/setup/paths.js'

/**
 * @typedef {{ passed: number, failed: number, skipped: number, said?: string }} Counts
 * What a stage came to; `said` is shown when something failed.
 * @typedef {{ name: string, quick?: true, run: () => Promise<Counts> }} Stage
 */

/** Where stages leave their reports and everything they printed. */
export const reports = at('.cache/test')

// The configuration of whoever runs the tests must not decide how they end.
const settings = [
  'PORT',
  'PUBLIC_URL',
  'DATABASE_URL',
  'MIGRATE_DATABASE_URL',
  'DATA_DIR',
  'SMTP_URL',
  'MAIL_FROM',
  'AUTH_SECRET',
  'TRUSTED_PROXIES',
  'LOG_LEVEL',
  'INVITATION_MAX_PENDING',
  'INVITATION_MAX_PER_DAY',
  'INVITATION_DAYS',
  'ORGANIZATION_CREATION',
  'TEST_DATABASE_URL',
  'NODE_ENV',
  'NODE_OPTIONS',
]

/**
 * Runs a package's program with Node to its end. What it prints goes to a file; the end of it is returned.
 * @param {string} name of the stage @param {string} program path under node_modules @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, minutes?: number }} [options]
 * @returns {Promise<{ status: number, stdout: string, said: string }>}
 */
export function exec(name, program, args, { env = {}, minutes = 10 } = {}) {
  mkdirSync(reports, { recursive: true })
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !settings.includes(key) && !key.startsWith('npm_'),
    ),
  )
  const child = spawn(process.execPath, [at('node_modules', program), ...args], {
    cwd: at(),
    env: /** @type {any} */ ({
      ...clean,
      FORCE_COLOR: '0',
      NEXT_TELEMETRY_DISABLED: '1',
      ...env,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: minutes * 60_000,
    killSignal: 'SIGKILL',
  })
  const file = createWriteStream(at('.cache/test', `${name.replace(/\W+/g, '-')}.log`))
  let stdout = ''
  let said = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-12_000)
      file.write(chunk)
    })
  }
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (status, signal) => {
      file.end()
      if (signal)
        said += `\n${program} was ended by ${signal}; a stage may take ${minutes} minutes.`
      done({ status: status ?? 1, stdout, said: said.trim() })
    })
  })
}

/** A check that either holds or not counts as one. @param {{ status: number, said: string }} result @returns {Counts} */
export function asOne({ status, said }) {
  return status === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0, said }
}
