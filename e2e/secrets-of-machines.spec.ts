import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { ask } from './support/ask'
import { expect, test } from './support/fixtures'
import { type Body, foundIn, keep, logged, logOf } from './support/secret-search'

const OWN = '/api/gatehouse/v1'
const grants = {
  machine: 'client_credentials',
  workload: 'urn:ietf:params:oauth:grant-type:token-exchange',
}
const types = {
  assertion: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  subject: 'urn:ietf:params:oauth:token-type:jwt',
}
const issuer = 'https://cluster.halden.example'

test('no key, token or code of a program stands in a log, in a row, on a page or in an error', async ({
  page,
  organization,
  signIn,
  world,
  baseURL: own,
}) => {
  const baseURL = own as string
  test.setTimeout(240_000) // it goes everywhere
  const { id, owner } = organization
  const bodies: Body[] = []
  const secrets = new Map<string, string>()
  keep(page.context(), bodies)
  const send = async (method: string, path: string, headers: object, body?: string) => {
    const answer = await ask(baseURL + path, { method, headers: { ...headers }, body })
    bodies.push({ what: `${method} ${path}`, text: answer.text })
    return { status: answer.status, headers: answer.headers, body: parsed(answer.text) }
  }
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
  const ofOwner = await world.key(owner)
  const call = (method: string, path: string, body?: object, key = ofOwner) =>
    send(method, path, bearer(key), body && JSON.stringify(body))
  const post = (path: string, form: Record<string, string>, headers: object = {}) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    return send('POST', path, { ...type, ...headers }, `${new URLSearchParams(form)}`)
  }
  const counts = async (key: string) =>
    (await call('GET', '/api/v2/userinfo/', undefined, key)).status === 200

  // A key of a service account, and the one that takes its place.
  const account = await world.account(owner, { name: 'builder' })
  const asked = { name: 'nightly', service_account_id: account.id }
  const first = (await call('POST', `${OWN}/api_keys/`, asked)).body.result
  const rotation = `${OWN}/api_keys/${first.api_key.id}/rotate`
  const second = (await call('POST', rotation, { overlap_seconds: 3_600 })).body.result
  secrets.set('the old key', first.key).set('the new key', second.key)
  expect([await counts(first.key), await counts(second.key)]).toEqual([true, true])

  // Access tokens: by a key as the secret, by a signed assertion, for the token of another issuer.
  const trust = `${OWN}/service-accounts/${account.id}`
  const oauth = (await call('GET', `${trust}/oauth-client`)).body.result
  const { client_id } = oauth
  const basicOf = (key: string) => `Basic ${Buffer.from(`${client_id}:${key}`).toString('base64')}`
  const basic = { authorization: basicOf(second.key) }
  const byKey = await post('/oauth2/token', { grant_type: grants.machine }, basic)
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  const added = { name: 'builder', public_key: JSON.stringify(jwk) }
  expect((await call('POST', `${trust}/client-keys/`, added)).status).toBe(201)
  const signed = (claims: Record<string, unknown>, from: string, to: string) =>
    new SignJWT({ jti: randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'e2e' })
      .setIssuer(from)
      .setAudience(to)
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(privateKey)
  const assertion = await signed({ sub: client_id }, client_id, oauth.issuer)
  const proof = { client_assertion_type: types.assertion, client_assertion: assertion }
  const byAssertion = await post('/oauth2/token', { grant_type: grants.machine, ...proof })
  const subject = 'system:serviceaccount:prod:deployer'
  const jwks = JSON.stringify({ keys: [{ ...jwk, kid: 'e2e' }] })
  const rule = { name: 'Deployer', issuer, audience: 'gatehouse', subject, jwks }
  expect((await call('POST', `${trust}/trust-rules/`, rule)).status).toBe(201)
  const subject_token = await signed({ sub: subject }, issuer, 'gatehouse')
  await call('POST', `${trust}/trust-rules/test`, { token: subject_token })
  const exchanged = { subject_token, subject_token_type: types.subject, client_id }
  const byRule = await post('/oauth2/token', { grant_type: grants.workload, ...exchanged })
  secrets.set('the assertion', assertion).set('the workload’s token', subject_token)
  const given = { 'a key': byKey, 'an assertion': byAssertion, 'a rule': byRule }
  for (const [name, { status, body }] of Object.entries(given)) {
    expect(status, name).toBe(200)
    secrets.set(`the token by ${name}`, body.access_token)
    expect(await counts(body.access_token), name).toBe(true)
  }

  // `anyscale login`.
  await signIn(page, owner)
  const begun = (await send('GET', '/api/v2/users/create_otp_token', {})).body.result
  secrets.set('the login code', begun.otp)
  const poll = () => send('GET', `/api/v2/users/request_otp_token/${begun.otp}`, {})
  await poll()
  await page.goto(new URL(begun.url).pathname + new URL(begun.url).search)
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('heading', { name: 'Login allowed' })).toBeVisible()
  const collected = (await poll()).body.result.server_session_id
  secrets.set('the key of the login', collected)
  expect(await counts(collected)).toBe(true)
  await poll()

  // What they are shown to on purpose, wrongly, and where none belong.
  const last = [...secrets.values()]
  for (const secret of last) {
    await post('/oauth2/introspect', { token: secret }, basic)
    await post('/oauth2/token', { grant_type: 'password', password: secret }, basic)
    await post('/oauth2/token', { grant_type: grants.machine, client_secret: secret })
    await post('/oauth2/token', { grant_type: grants.machine, scope: secret }, basic)
    await post('/oauth2/token', { grant_type: grants.machine }, { authorization: basicOf(secret) })
    await post(`/oauth2/token?client_secret=${secret}`, { grant_type: grants.machine })
    await call('GET', `${OWN}/api_keys/${secret}`)
    await call('GET', `/api/v2/${secret}?token=${secret}&otp=${secret}`)
    await call('POST', `${trust}/trust-rules/test`, { token: `${secret}.x.y` })
    await send('POST', `${OWN}/trust-rules/${secret}`, bearer(secret), `{"token":"${secret}`)
    await call('GET', '/api/v2/userinfo/', undefined, `${secret.slice(0, -1)}_`)
  }
  await post('/oauth2/token', { grant_type: grants.machine, ...proof }) // once alone
  await post('/oauth2/token', {
    grant_type: grants.workload,
    ...exchanged,
    client_id: owner.userId,
  })

  // Revoked, each in a way of its own, and tried once more.
  await post('/oauth2/revoke', { token: byKey.body.access_token }, basic)
  await call('POST', `${trust}/oauth-client/end_tokens`)
  expect((await send('POST', `${OWN}/found_keys`, {}, `{"keys":["${collected}"]}`)).status).toBe(
    202,
  )
  await call('DELETE', `/api/v2/users/admin/api_keys/${second.api_key.id}`)
  await call('POST', '/api/v2/users/admin/api_keys/revoke', { api_key_ids: [first.api_key.id] })
  for (const [name, secret] of secrets) expect(await counts(secret), name).toBe(false)

  for (const path of [
    `/service-accounts/${account.id}`,
    '/api-keys?state=ended',
    '/api-keys/everybody?ends=ended',
    '/audit-log',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  const { name, value } = owner.cookie
  const log = `/api/console/download/audit-log?organization=${id}&input=%7B%7D`
  const downloaded = await ask(baseURL + log, {
    headers: { origin: baseURL, cookie: `${name}=${value}` },
  })
  bodies.push({ what: 'the audit log', text: downloaded.text })
  const end = await call('GET', '/api/v2/userinfo/', undefined, 'none')
  await logged(baseURL, end.headers['x-request-id'])
  const rows = await world.everything()

  // The search finds what is there.
  expect(secrets.size).toBe(9)
  expect(logOf(baseURL)).toContain('/oauth2/token')
  expect(rows.join('\n')).toContain(`${first.api_key.id},`)
  expect(downloaded.text).toContain('token.issued')
  expect(foundIn({ secrets, bodies, rows, log: logOf(baseURL) }, isWhereShown)).toEqual([])
})

const parsed = (text: string) => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A secret is answered once, to whoever made it. */
function isWhereShown(name: string, what: string): boolean {
  if (name === 'the old key') return what === `POST ${OWN}/api_keys/`
  if (name === 'the new key') return /^POST \S+\/rotate$/.test(what)
  if (name === 'the login code') return what === 'GET /api/v2/users/create_otp_token'
  if (name === 'the key of the login') return /^GET \S+\/request_otp_token\//.test(what)
  return /^the token by/.test(name) && what === 'POST /oauth2/token'
}
