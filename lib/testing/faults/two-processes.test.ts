import { randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deriveKey } from '../../listener/secret.js'
import { client, type Installation, installation, type Running, secret } from './installation'

let place: Installation
let one: Running
let other: Running

beforeAll(async () => {
  place = await installation('postgresql')
  // One address for people and programs, whichever process answers: tokens name it.
  const address = { PUBLIC_URL: 'http://localhost:3000' }
  ;[one, other] = await Promise.all([place.start(address), place.start(address)])
})
afterAll(() => Promise.all([one?.stop(), other?.stop()]))

const as = (who: 'owner' | 'second_owner' | 'collaborator', server: Running) =>
  client(server, place.seed[who].api_key)

async function identityOf(who: 'second_owner' | 'collaborator'): Promise<string> {
  const { email } = place.seed[who]
  const found = await as('owner', one)('GET', `/api/v2/organization_collaborators/?email=${email}`)
  return found.body.results[0].id
}

const me = (who: Parameters<typeof as>[0], server: Running) =>
  as(who, server)('GET', '/api/v2/userinfo/')

/** A browser of the second owner: a session of theirs, and its cookie. */
async function browser() {
  const sid = `ses_${randomBytes(20).toString('hex').slice(0, 26)}`
  await place.look((ask) =>
    ask(
      `INSERT INTO session (organization_id, id, person_id, membership_id, expires_at)
       SELECT organization_id, $1, person_id, id, now() + interval '1 hour' FROM membership WHERE email = $2`,
      [sid, place.seed.second_owner.email],
    ),
  )
  const token = await encode({
    token: { sid },
    secret: deriveKey(secret, 'next-auth').toString('base64url'),
  })
  const cookie = `gatehouse.session=${token}`
  const console_ = `/api/console/organization.current?organization=${place.seed.organization_id}`
  const read = (server: Running) =>
    fetch(`${server.url}${console_}`, { headers: { cookie } }).then(({ status }) => status)
  const signOut = async (server: Running) => {
    const csrf = await fetch(`${server.url}/api/auth/csrf`)
    const pair = csrf.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; ')
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    return fetch(`${server.url}/api/auth/signout`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `${cookie}; ${pair}`, origin: server.url },
      body: new URLSearchParams({ csrfToken, callbackUrl: `${server.url}/sign-in`, json: 'true' }),
    })
  }
  return { read, signOut }
}

test('a rename in one is read in the other at the next request', async () => {
  for (const [write, read, name] of [
    [one, other, 'Halden One'],
    [other, one, 'Halden Two'],
  ] as const) {
    expect((await me('collaborator', read)).status).toBe(200)
    const path = '/api/gatehouse/v1/organization'
    expect((await as('owner', write)('PATCH', path, { name })).status).toBe(200)
    expect((await as('collaborator', read)('GET', path)).body.result.name).toBe(name)
  }
})

test('a session that ended in one has ended in the other', async () => {
  const { read, signOut } = await browser()
  expect([await read(one), await read(other)]).toEqual([200, 200])
  expect((await signOut(one)).status).toBeLessThan(400)
  expect([await read(other), await read(one)]).toEqual([401, 401])
})

test('a key revoked in one is refused in the other', async () => {
  const made = await as('collaborator', one)('POST', '/api/v2/users/create_api_key', {
    duration: 3600,
    name: 'short-lived',
  })
  const { server_session_id: key, api_key_id: id } = made.body.result
  const use = (server: Running) => client(server, key)('GET', '/api/v2/userinfo/')
  expect((await use(other)).status).toBe(200)
  const gone = await as('collaborator', one)('DELETE', `/api/v2/users/api_keys/${id}`)
  expect(gone.status).toBeLessThan(300)
  expect((await use(other)).status).toBe(401)
})

test('an access token got in one counts in the other, and given back in one is refused in the other', async () => {
  const owner = as('owner', one)
  const account = await owner('POST', '/api/v2/users/service_accounts?name=token-bot')
  const { user_id } = account.body.result
  const key = { duration: 3600, name: 'secret', user_id }
  const made = await owner('POST', '/api/v2/users/create_api_key', key)
  const secret = made.body.result.server_session_id
  const post = async (server: Running, path: string, fields: Record<string, string>) => {
    const authorization = `Basic ${Buffer.from(`${user_id}:${secret}`).toString('base64')}`
    const body = new URLSearchParams(fields)
    return fetch(`${server.url}/oauth2/${path}`, {
      method: 'POST',
      headers: { authorization },
      body,
    })
  }
  const given = await post(one, 'token', { grant_type: 'client_credentials' })
  const { access_token: token } = (await given.json()) as { access_token: string }
  const use = async (server: Running) =>
    (await client(server, token)('GET', '/api/v2/userinfo/')).status
  expect([await use(other), await use(one)]).toEqual([200, 200])
  expect((await post(one, 'revoke', { token })).status).toBe(200)
  expect([await use(other), await use(one)]).toEqual([401, 401])
})

test('a demotion in one takes the owner’s permissions in the other', async () => {
  const rename = (server: Running) =>
    as('second_owner', server)('PATCH', '/api/gatehouse/v1/organization', { name: 'Halden Three' })
  expect((await rename(other)).status).toBe(200)
  const path = `/api/v2/organization_collaborators/${await identityOf('second_owner')}`
  const demoted = await as('owner', one)('PUT', path, { permission_level: 'collaborator' })
  expect(demoted.status).toBe(200)
  expect((await rename(other)).status).toBe(403)
  expect((await me('second_owner', other)).status).toBe(200)
})

test('somebody removed in one is nobody in the other', async () => {
  expect((await me('collaborator', other)).status).toBe(200)
  const path = `/api/v2/organization_collaborators/${await identityOf('collaborator')}`
  expect((await as('owner', one)('DELETE', path)).status).toBeLessThan(300)
  expect((await me('collaborator', other)).status).toBe(401)
})

test('two owners demote each other, one in each process: one succeeds', async () => {
  const again = `/api/v2/organization_collaborators/${await identityOf('second_owner')}`
  await as('owner', one)('PUT', again, { permission_level: 'owner' })
  const { email } = place.seed.owner
  const found = await as('owner', one)('GET', `/api/v2/organization_collaborators/?email=${email}`)
  const first = `/api/v2/organization_collaborators/${found.body.results[0].id}`
  const answers = await Promise.all([
    as('owner', one)('PUT', again, { permission_level: 'collaborator' }),
    as('second_owner', other)('PUT', first, { permission_level: 'collaborator' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
  const [row] = await place.look((ask) =>
    ask('SELECT owners FROM organization_counter WHERE organization_id = $1', [
      place.seed.organization_id,
    ]),
  )
  expect(row).toEqual({ owners: 1 })
})
