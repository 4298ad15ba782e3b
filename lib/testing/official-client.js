// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { at } from '../listener/setup/paths.js'
import { cloudCases } from './official-client-clouds.js'
import { tryLogin } from './official-client-login.js'
import { build, withSeededServer } from './seeded-server.js'

// npm run check:client: the official Python client against a seeded server of its own.
// The client is looked for on PATH, or in the directory that ANYSCALE_BIN names; without it nothing is run.

const folders = [process.env.ANYSCALE_BIN ?? '', ...(process.env.PATH ?? '').split(delimiter)]
const found = folders.filter(Boolean).map((folder) => join(folder, 'anyscale'))
const anyscale = found.find((path) => existsSync(path))
const port = Number(process.env.PORT ?? 3149)

/**
 * @typedef {{ run: string[], key: string, says: RegExp, exit?: number }} Case what a named group of `says` finds stands in
 *   for `{name}` in what is run later
 * @param {import('./seeded-server.js').Seed} seed
 * @returns {Case[]} in order: later ones rely on earlier ones
 */
function casesFor({ organization_id: organization, owner, second_owner: second, collaborator }) {
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
  const batch = ['user', 'batch-create', '-f', at('e2e/official-client/users.yaml')]
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
      ['generated.py', collaborator.email, organization],
      /key agh_pat_ 58\nkeys \['from python too', 'from python'\] None\nmasked True None\nrevoked 1 1 key_unknown\ncut agh_pat_\nanother True\nsearch True 3 2\nrole owner\nlimits True\nmay manage_iam True\nmay cloud_create True/,
    ),
    other(batch, /Only owners can add people without an invitation\./, 1),
    one(batch, /2 users created\./),
    one(batch, /bea@b\.example and bo@b\.example are already members of your organization\./, 1),
    one(['user', 'get', '--email', 'BO@b.example', '-o', 'json'], /"bo@b\.example"/),
    one(
      invite(Array.from({ length: 22 }, (_, index) => `p${index}@b.example`).join(',')),
      /At most 20 /,
    ),
    ...cloudCases({ one, other, email: collaborator.email }),
    one(['delete_users.py', owner.email], /You cannot remove yourself/, 1),
    one(['delete_users.py', second.email], /Make .* a collaborator first/, 1),
    one(['delete_users.py', collaborator.email, collaborator.email], /deleted\n.* not found/),
    other(['user', 'list'], /invalid or have expired/, 1),
  ]
}

/** @param {Case} item @param {string} host @param {string} home @param {Map<string, string>} learned */
function attempt({ run: asked, key, says, exit }, host, home, learned) {
  const run = asked.map((arg) =>
    arg.replace(/\{(\w+)\}/g, (whole, name) => learned.get(name) ?? whole),
  )
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
  for (const [name, text] of Object.entries(says.exec(said)?.groups ?? {})) learned.set(name, text)
  process.stdout.write(`${held ? 'ok    ' : 'FAILED'} ${host} ${run.join(' ').slice(0, 90)}\n`)
  if (!held) process.stdout.write(`${said}\nexit ${status}, wanted ${exit} and ${says}\n`)
  return held
}

/** Both names of this machine, each on a server of its own: the cases change it. @param {string} host */
const tryOn = (host) =>
  withSeededServer(port, async ({ seed, home }) => {
    const learned = new Map()
    const { api_key: key, email } = seed.owner
    const server = `http://${host}:${port}`
    const logins = await tryLogin({ anyscale: String(anyscale), host: server, home, key, email })
    for (const level of ['write', 'readonly']) {
      const path = join(home, `${level}.yaml`)
      const row = `  - email: ${seed.collaborator.email}\n    permission_level: ${level}\n`
      writeFileSync(path, `collaborators:\n${row}`)
      learned.set(`${level}_file`, path)
    }
    return [...logins, ...casesFor(seed).map((item) => attempt(item, server, home, learned))]
  })

if (anyscale) {
  build()
  const results = [...(await tryOn('127.0.0.1')), ...(await tryOn('localhost'))]
  const failed = results.filter((held) => !held).length
  process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
} else {
  process.stdout.write('skipped: the official client is not installed (pip install anyscale).\n')
}
