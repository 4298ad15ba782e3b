// @ts-check
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { at } from '../listener/setup/paths.js'
import { build, withSeededServer } from './seeded-server.js'

// node lib/testing/terraform.js: Terraform and the official provider against a seeded server of their own.
// TERRAFORM_PROVIDER names the folder that holds terraform-provider-anyscale; `terraform` is looked for on PATH, or
// named by TERRAFORM. Without either nothing is run.

const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'terraform'))
const terraform = [process.env.TERRAFORM ?? '', ...onPath].find((path) => path && existsSync(path))
const provider = process.env.TERRAFORM_PROVIDER ?? ''
const port = Number(process.env.PORT ?? 3151)
const host = `http://127.0.0.1:${port}`

/** @typedef {import('./seeded-server.js').Seeded} Seeded */

/** @param {Seeded} seeded */
async function journey({ seed, home }) {
  const { owner, second_owner: second, collaborator } = seed
  prepare(home, 'main.tf')
  const present = {
    owner: owner.email,
    second_owner: second.email,
    member: collaborator.email,
    member_role: 'collaborator',
    second_owner_role: 'owner',
    invited: 'Guest@Halden.example',
  }
  const run = (/** @type {string[]} */ args, vars = {}, key = owner.api_key, at = host) =>
    command({ home, key, host: at, args, vars: { ...present, ...vars } })
  const apply = ['apply', '-auto-approve']
  const empty = ['plan', '-detailed-exitcode'] // 0: nothing to change, 2: something
  const roles = async () => Object.fromEntries((await people(owner.api_key)).map(roleOf))

  step('apply', run(apply), 0, /Apply complete! Resources: 5 added/)
  step('an empty plan', run(empty), 0, /No changes/)
  // The provider joins address and path as text: //api/v2/…
  step('an address with a final slash', run(empty, {}, owner.api_key, `${host}/`), 0, /No changes/)
  const outputs = JSON.parse(run(['output', '-json']).said)
  check('outputs', {
    organization: outputs.organization.value === seed.organization_id,
    me: outputs.me.value === owner.email,
    clouds: outputs.clouds.value.length === 0,
    same_person: outputs.same_person.value === true,
    people: outputs.people.value.length === 3,
    invitation: outputs.invitation.value === 'pending',
  })
  const change = { member_role: 'owner', second_owner_role: 'collaborator' }
  step('a change', run(apply, change), 0, /0 added, 2 changed, 0 destroyed/)
  step('an empty plan again', run(empty, change), 0, /No changes/)
  const after = await roles()
  check('the server agrees', {
    member: after[collaborator.email] === 'owner',
    second: after[second.email] === 'collaborator',
  })
  step('a change back', run(apply), 0, /0 added, 2 changed, 0 destroyed/)
  step(
    'drift is seen',
    await drift(owner.api_key, collaborator.email, () => run(empty)),
    2,
    /owner/,
  )
  step('and mended', run(apply), 0, /1 changed/)

  const own = { second_owner: owner.email, second_owner_role: 'collaborator' }
  step('the own role', run(apply, own), 1, /Cannot Modify Your Own Organization Role/)
  const limited = { limits: '["image_reader_no_base_images", "image_reader"]' }
  step('limits, for an owner too', run(apply, limited), 0, /Apply complete/)
  step('an empty plan with limits, in their order', run(empty, limited), 0, /No changes/)
  step('a member invited', run(apply, { invited: second.email }), 1, /already a member|import/i)
  step('as a collaborator', run(empty, {}, collaborator.api_key), 1, /Only owners can/)
  step('put right', run(apply), 0, /Apply complete/)
  step('destroy', run(['destroy', '-auto-approve']), 0, /Destroy complete/)
  check('nobody was removed, no invitation is left', {
    people: (await people(owner.api_key)).length === 3,
    invitations: (await list(owner.api_key, 'organization_invitations/')).length === 0,
  })
  await clouds({ seed, home: join(home, 'clouds') })
}

/** A cloud, the default one, a role on it, projects. @param {Seeded} seeded */
async function clouds({ seed: { owner, collaborator }, home }) {
  mkdirSync(home)
  prepare(home, 'clouds.tf')
  const present = { writer: collaborator.email, writer_role: 'writer', description: 'Policies' }
  const run = (/** @type {string[]} */ args, vars = {}, key = owner.api_key) =>
    command({ home, key, host, args, vars: { ...present, ...vars } })
  const apply = ['apply', '-auto-approve']
  const empty = ['plan', '-detailed-exitcode']
  const roles = async () => {
    const [cloud] = await list(owner.api_key, 'clouds')
    return list(owner.api_key, `clouds/${cloud?.id}/collaborators/roles`)
  }

  step('clouds: apply', run(apply), 0, /Apply complete! Resources: 5 added/)
  step('clouds: an empty plan', run(empty), 0, /No changes/)
  const outputs = JSON.parse(run(['output', '-json']).said)
  check('clouds: outputs', {
    cloud: outputs.cloud.value === true,
    names: outputs.cloud_names.value.join() === 'lab',
    projects: outputs.project_names.value.join() === 'bare,default,grasp',
    default_project: outputs.default_project.value.startsWith('prj_'),
    default_cloud: outputs.default_cloud.value === true,
  })
  check('clouds: the server agrees', {
    role: JSON.stringify(await roles()).includes('"base_roles":["writer"],"deny_roles":[]'),
  })
  const change = {
    writer_role: 'collaborator',
    limits: '["cloud_read_only"]',
    auto_add: 'true',
    description: 'Other words',
  }
  step('clouds: a change', run(apply, change), 0, /1 added, 2 changed, 1 destroyed/)
  step('clouds: an empty plan again', run(empty, change), 0, /No changes/)
  check('clouds: the limit is there', {
    limit: JSON.stringify(await roles()).includes('"deny_roles":["cloud_read_only"]'),
  })
  const both = { ...change, writer_role: 'owner' }
  step('clouds: an owner who only reads', run(apply, both), 1, /A cloud owner cannot be read only/)
  const viewer = { writer_role: 'workload_operator' }
  step('clouds: put right', run(apply, viewer), 0, /Apply complete/)
  step('clouds: another role', run(empty, viewer), 0, /No changes/)
  const own = { writer: owner.email }
  step('clouds: one’s own role', run(apply, own), 1, /You cannot modify your own role/)
  step('clouds: put right again', run(apply, viewer), 0, /1 added/)
  const [cloud] = await list(owner.api_key, 'clouds')
  const level = JSON.stringify({ permission_level: 'write' })
  const identity = (await people(owner.api_key)).find(({ email }) => email === collaborator.email)
  const path = `clouds/${cloud?.id}/collaborators/users/${identity?.id}`
  await call(owner.api_key, path, { method: 'PUT', body: level })
  step('clouds: a level put elsewhere is drift', run(empty, viewer), 2, /workload_operator/)
  step('clouds: as a collaborator', run(apply, {}, collaborator.api_key), 1, /Only owners/)
  step('clouds: destroy', run(['destroy', '-auto-approve']), 0, /5 destroyed/)
  check('clouds: none is left', { clouds: (await list(owner.api_key, 'clouds')).length === 0 })
}

/** @param {string} home @param {string} file */
function prepare(home, file) {
  copyFileSync(at('lib/testing/terraform', file), join(home, file))
  // Instead of the registry: the provider as it was built. `terraform init` is then not needed.
  writeFileSync(
    join(home, 'terraformrc'),
    `provider_installation {\n  dev_overrides { "anyscale/anyscale" = "${provider}" }\n  direct {}\n}\n`,
  )
}

/** @param {{ home: string, key: string, host: string, args: string[], vars: Record<string, string> }} options */
function command({ home, key, host, args: [verb, ...rest], vars }) {
  const given = verb === 'output' ? [] : Object.entries(vars).map(([k, v]) => `-var=${k}=${v}`)
  const color = verb === 'output' ? [] : ['-no-color', '-input=false']
  const { status, stdout, stderr } = spawnSync(
    String(terraform),
    [String(verb), ...color, ...given, ...rest],
    {
      cwd: home,
      encoding: 'utf8',
      env: /** @type {any} */ ({
        PATH: process.env.PATH,
        HOME: home,
        NO_PROXY: '*',
        CHECKPOINT_DISABLE: '1',
        TF_CLI_CONFIG_FILE: join(home, 'terraformrc'),
        ANYSCALE_HOST: host,
        ANYSCALE_CLI_TOKEN: key,
      }),
    },
  )
  return { status, said: verb === 'output' ? stdout : `${stdout}\n${stderr}` }
}

/** @param {string} key @param {string} path @param {RequestInit} [init] */
async function call(key, path, init = {}) {
  const headers = { authorization: `Bearer ${key}` }
  const answer = await fetch(`${host}/api/v2/${path}`, { headers, ...init })
  return answer.status === 204 ? null : answer.json()
}
/** @typedef {{ id: string, email: string, base_role: string }} Row */
/** @param {string} key @param {string} path @returns {Promise<Row[]>} */
const list = async (key, path) => (await call(key, path)).results
const people = (/** @type {string} */ key) => list(key, 'organization_collaborators/')
const roleOf = (/** @type {Row} */ row) => [row.email, row.base_role]

/** Somebody changes a role elsewhere. @template T @param {string} key @param {string} email @param {() => T} then */
async function drift(key, email, then) {
  const row = (await people(key)).find((each) => each.email === email)
  const body = JSON.stringify({ permission_level: 'owner' })
  await call(key, `organization_collaborators/${row?.id}`, { method: 'PUT', body })
  return then()
}

const results = /** @type {boolean[]} */ ([])

/** @param {string} name @param {{ status: number | null, said: string }} ran @param {number} exit @param {RegExp} says */
function step(name, { status, said }, exit, says) {
  const held = status === exit && says.test(said)
  tell(name, held)
  if (!held) process.stdout.write(`${said}\nexit ${status}, wanted ${exit} and ${says}\n`)
}

/** @param {string} name @param {Record<string, boolean>} facts */
function check(name, facts) {
  const wrong = Object.keys(facts).filter((fact) => !facts[fact])
  tell(wrong.length > 0 ? `${name}: ${wrong.join(', ')}` : name, wrong.length === 0)
}

/** @param {string} name @param {boolean} held */
function tell(name, held) {
  results.push(held)
  process.stdout.write(`${held ? 'ok    ' : 'FAILED'} ${name}\n`)
}

if (terraform && existsSync(join(provider, 'terraform-provider-anyscale'))) {
  build()
  await withSeededServer(port, journey)
  const failed = results.filter((held) => !held).length
  process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
} else {
  process.stdout.write(
    'skipped: set TERRAFORM_PROVIDER to the folder of terraform-provider-anyscale.\n',
  )
}
