// @ts-check
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from '../listener/setup/paths.js'

// What schemathesis.toml cannot know: ids of things that are there. Made-up ones all end at the same 404.

const OFTEN = 0.7

/** Which parameters name which things. */
const parameters = {
  clouds: ['path.cloud_id', 'query.cloud_id', 'query.parent_cloud_id', 'path.resource_id'],
  projects: ['path.project_id', 'query.project_id'],
  members: ['path.identity_id', 'path.collaborator_id', 'path.member_id', 'query.member_id'],
  accounts: ['path.account_id', 'path.user_id', 'query.user_id'],
  keys: ['path.key_id', 'path.api_key_id'],
  invitations: ['path.invitation_id'],
  events: ['path.event_id'],
  workloads: ['path.workload_id'],
  tokens: ['query.paging_token'],
}

/**
 * Makes one of everything and writes the configuration of a run.
 * @param {{ origin: string, key: string, folder: string }} run @returns {Promise<string>} its path
 */
export async function writeFuzzConfig({ origin, key, folder }) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  /** @param {string} path @param {object} [body] @returns {Promise<any>} */
  const ask = async (path, body) => {
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(origin + path, { headers, ...sent })
    if (!answer.ok) throw new Error(`${path} is answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const own = '/api/gatehouse/v1'
  const cloud = { name: 'fuzz-cloud', provider: 'AWS', region: 'us-west-2' }
  const { id: cloudId } = (await ask('/api/v2/clouds/', cloud)).result
  const project = { name: 'fuzz-project', parent_cloud_id: cloudId }
  const { id: projectId } = (await ask('/api/v2/projects/', project)).result
  const account = (await ask(`${own}/service-accounts/`, { name: 'fuzz-account' })).result
  const made = (await ask(`${own}/api_keys/`, { service_account_id: account.id })).result
  await ask('/api/v2/organization_invitations/', { email: 'fuzz@halden.example' })
  const job = { external_id: 'fuzz', kind: 'job', name: 'fuzz', state: 'running' }
  const workload = (await ask(`${own}/workloads/`, { ...job, project_id: projectId })).result
  /** @param {string} path @returns {Promise<any[]>} */
  const rows = async (path) => (await ask(path)).results
  const members = await rows(`${own}/members/`)
  /** @type {Record<keyof typeof parameters, string[]>} */
  const ids = {
    clouds: [cloudId],
    projects: (await rows('/api/v2/projects/')).map(({ id }) => id),
    members: members.flatMap(({ id, user_id }) => [id, user_id]),
    accounts: [account.id, account.user_id],
    keys: [made.api_key.id],
    invitations: (await rows('/api/v2/organization_invitations/')).map(({ id }) => id),
    events: (await rows(`${own}/audit_events/`)).map(({ id }) => id),
    workloads: [workload.id],
    tokens: [Buffer.from('["2026-11-27T00:00:00.000Z","ide_x",0,0]').toString('base64url')],
  }
  const known = Object.entries(ids).map(
    ([name, values]) => `[dictionaries.${name}]\nvalues = ${JSON.stringify(values)}\n`,
  )
  const bound = Object.entries(parameters).flatMap(([name, places]) =>
    places.map((place) => `"${place}" = { dictionary = "${name}", probability = ${OFTEN} }\n`),
  )
  const given = readFileSync(at('lib/testing/schemathesis.toml'), 'utf8')
  const path = join(folder, 'schemathesis.toml')
  writeFileSync(path, [given, ...known, '[parameters]\n', ...bound].join('\n'))
  return path
}
