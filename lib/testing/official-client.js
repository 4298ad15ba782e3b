// @ts-check
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { startGatehouse } from '../../e2e/server.js'
import { at } from '../listener/setup/paths.js'

// node lib/testing/official-client.js: the official Python client against a seeded server of its own.
// The client is looked for on PATH, or in the directory that ANYSCALE_BIN names; without it nothing is run.

const folders = [process.env.ANYSCALE_BIN ?? '', ...(process.env.PATH ?? '').split(delimiter)]
const found = folders.filter(Boolean).map((folder) => join(folder, 'anyscale'))
const anyscale = found.find((path) => existsSync(path))
const port = Number(process.env.PORT ?? 3149)

/**
 * @typedef {{ email: string, api_key: string }} Account
 * @typedef {{ run: string[], key: string, says: RegExp, exit?: number }} Case
 * @param {{ owner: Account, second_owner: Account, collaborator: Account }} seed
 * @returns {Case[]} in order: later ones rely on earlier ones
 */
function casesFor({ owner, second_owner: second, collaborator }) {
  const as = (/** @type {string} */ key) => {
    return (/** @type {string[]} */ run, /** @type {RegExp} */ says, exit = 0) => ({
      run,
      key,
      says,
      exit,
    })
  }
  const [one, other, wrong] = [as(owner.api_key), as(collaborator.api_key), as('agh_pat_wrong')]
  const invite = (/** @type {string} */ emails) => [
    'organization-invitation',
    'create',
    '--emails',
    emails,
  ]
  const uninvite = ['organization-invitation', 'delete', '--email', 'TWO@b.example']
  const quoted = (/** @type {string} */ text) => text.replace(/[.+]/g, '\\$&')
  return [
    one(['auth', 'show'], new RegExp(`${quoted(owner.email)}[\\s\\S]*organization role: +owner`)),
    other(['auth', 'show'], /organization role: +collaborator/),
    wrong(['auth', 'show'], /Not authenticated/),
    wrong(['user', 'list'], /invalid or have expired/, 1),
    other(['user', 'list'], /Error: Only owners can .*\.\n/, 1),
    other(invite('a@b.example'), /Error: Only owners can .*\.\n/, 1),
    one(
      ['user', 'list', '--page-size', '1', '--max-items', '99', '-o', 'json'],
      new RegExp(quoted(collaborator.email)),
    ),
    one(['user', 'list', '--collaborator-type', 'all_accounts'], /Fetched 3 users/),
    one(['user', 'list', '--collaborator-type', 'only_user_accounts'], /Fetched 3 users/),
    one(['user', 'list', '--collaborator-type', 'only_service_accounts'], /No users found/),
    one(['user', 'list', '--service-account'], /No users found/),
    one(
      ['user', 'get', '--email', collaborator.email.toUpperCase(), '-o', 'json'],
      new RegExp(`"${quoted(collaborator.email)}"`),
    ),
    one(['user', 'get', '--email', 'nobody@b.example'], /No user found/, 1),
    one(
      invite(`one@b.example, Two@b.example ,nonsense,${second.email}`),
      /sent to: one@b\.example[\s\S]*no @\.[\s\S]*already a member of your organization\./,
    ),
    one(['organization-invitation', 'list', '-o', 'json'], /"two@b\.example"/),
    one(uninvite, /two@b\.example deleted/),
    one(uninvite, /not found/, 1),
    one(
      ['sdk.py', owner.email, collaborator.email],
      /listed \[.*,.*,.*\]\ngot [\s\S]*refused 2\n[\s\S]*deleted sdk@b\.example\nagain .*not found/,
    ),
    one(
      invite(Array.from({ length: 22 }, (_, index) => `p${index}@b.example`).join(',')),
      /At most 20 /,
    ),
    one(['delete_users.py', owner.email], /You cannot remove yourself/, 1),
    one(['delete_users.py', second.email], /Make .* a collaborator first/, 1),
    one(['delete_users.py', collaborator.email, collaborator.email], /deleted\n.* not found/),
    other(['user', 'list'], /invalid or have expired/, 1),
  ]
}

/** @param {Case} item @param {string} host @param {string} home */
function attempt({ run, key, says, exit }, host, home) {
  const script = run[0]?.endsWith('.py')
  const program = /** @type {string} */ (
    script ? join(dirname(String(anyscale)), 'python') : anyscale
  )
  const args = script ? [at('e2e/official-client', String(run[0])), ...run.slice(1)] : run
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: /** @type {any} */ ({
      PATH: process.env.PATH,
      HOME: home,
      NO_PROXY: '*',
      COLUMNS: '200',
      ANYSCALE_HOST: host,
      ANYSCALE_CLI_TOKEN: key,
      ANYSCALE_SUPPRESS_UPGRADE_WARNING: '1',
    }),
  })
  const said = `${stdout}\n${stderr}`
  const held = status === exit && says.test(said)
  process.stdout.write(`${held ? 'ok    ' : 'FAILED'} ${host} ${run.join(' ').slice(0, 90)}\n`)
  if (!held) process.stdout.write(`${said}\nexit ${status}, wanted ${exit} and ${says}\n`)
  return held
}

/** Both names of this machine, each on a server of its own: the cases change it. @param {string} host */
async function tryOn(host) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-client-'))
  const [dataDir, home] = [join(folder, 'data'), join(folder, 'home')]
  mkdirSync(home)
  try {
    const options = {
      cwd: at(),
      encoding: /** @type {const} */ ('utf8'),
      env: { ...process.env, DATA_DIR: dataDir },
    }
    const seed = JSON.parse(
      execFileSync(process.execPath, [at('lib/listener/seed.js'), 'basic', '--json'], options),
    )
    const server = await startGatehouse({ port, dataDir })
    try {
      return casesFor(seed).map((item) => attempt(item, `http://${host}:${port}`, home))
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (anyscale) {
  execFileSync(process.execPath, [at('lib/listener/build.js')], { stdio: 'inherit' })
  const results = [...(await tryOn('127.0.0.1')), ...(await tryOn('localhost'))]
  const failed = results.filter((held) => !held).length
  process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
} else {
  process.stdout.write('skipped: the official client is not installed (pip install anyscale).\n')
}
