// @ts-check
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { run } from './run.js'
import { at } from './setup/paths.js'
import { runSeed } from './setup/seeding.js'
import { signInTable } from './setup/sign-in-table.js'
import { command, Told } from './terminal.js'

const home = process.env.DATA_DIR?.trim()
  ? join(resolve(process.env.DATA_DIR), 'demo')
  : at('.demo')
const data = join(home, 'data')
const draft = join(home, `draft-${process.pid}`)

// npm run demo. It has a database of its own, whatever else is configured, so nothing of yours can be touched.
await command(() => {
  const ignored = ['DATABASE_URL', 'MIGRATE_DATABASE_URL', 'SMTP_URL', 'AUTH_SECRET'].filter(
    (name) => process.env[name],
  )
  for (const name of ignored) process.env[name] = ''
  if (ignored.length > 0) process.stdout.write(`\n  The demo does not use ${ignored.join(', ')}.\n`)
  process.env.DATA_DIR = existsSync(data) ? data : draft
  return run({
    before: async (env, out) => {
      if (!existsSync(data)) await out.step('Demo', () => fill(env))
      return signInData()
    },
  })
})

/** Writes the scenario beside its place and moves it there when it is whole. @param {import('./secret.js').Env} env */
async function fill(env) {
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const answer = openSync(join(draft, 'sign-in.json'), 'wx', 0o600)
  try {
    const status = await runSeed(env, ['demo', '--json'], answer)
    if (status !== 0) throw new Told('The demo could not be written. What went wrong stands above.')
    renameSync(draft, data)
    process.env.DATA_DIR = data
    return 'written'
  } finally {
    closeSync(answer)
    rmSync(draft, { recursive: true, force: true })
  }
}

/** @returns {string[]} */
function signInData() {
  const file = join(data, 'sign-in.json')
  if (!existsSync(file)) return [`To begin anew, stop it and delete ${home}`]
  const { organization_id: _, ...accounts } = JSON.parse(readFileSync(file, 'utf8'))
  return ['', ...signInTable(accounts), '']
}
