import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disableServiceAccount } from '@/lib/modules/service-accounts/commands/disable-service-account'
import { getServiceAccount } from '@/lib/modules/service-accounts/queries/get-service-account'
import { changeTrustRule } from '@/lib/modules/trust/commands/change-trust-rule'
import { createTrustRule } from '@/lib/modules/trust/commands/create-trust-rule'
import { deleteTrustRule } from '@/lib/modules/trust/commands/delete-trust-rule'
import type { TrustRule } from '@/lib/modules/trust/trust-rule'
import { flushActivity } from '@/lib/platform/activity/activity'
import { as, eventsOf, makeOrganization, type TestOrganization } from '@/lib/testing/people'
import { makeAccount, type TestAccount } from '@/lib/testing/service-accounts'
import { askWith, basic, postForm } from '@/lib/testing/tokens'

type Pair = Awaited<ReturnType<typeof generateKeyPair>>
const TYPE = 'urn:ietf:params:oauth:token-type:'
const GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange'
const subject = 'repo:halden/robots:ref:refs/heads/main'

/** A local issuer, as GitHub Actions and its like are: a discovery document and a key set. */
let server: Server
let issuer = ''
let other = ''
let document: (origin: string) => object
const keys: JWK[] = []
let asked: string[] = []
let pair: Pair
let organization: TestOrganization
let account: TestAccount
let rule: TrustRule

const makePair = async (kid: string, alg = 'RS256') => {
  const made = await generateKeyPair(alg, { extractable: true })
  keys.push({ ...(await exportJWK(made.publicKey)), kid, alg })
  return made
}

beforeAll(async () => {
  document = (origin) => ({ issuer: origin, jwks_uri: `${origin}/keys` })
  server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`
    asked.push(request.url ?? '')
    const body = request.url === '/keys' ? { keys } : document(origin)
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  issuer = `http://127.0.0.1:${port}`
  other = `http://localhost:${port}`
  process.env.PRIVATE_ISSUERS = `${issuer},${other}`
  pair = await makePair('first')
  organization = await makeOrganization()
  account = await makeAccount(organization.owner)
  rule = await ruleOf({})
})
afterAll(() => {
  delete process.env.PRIVATE_ISSUERS
  server.close()
})

const forget = () => {
  for (const name of ['issuer-keys', 'issuer-keys.failed']) globalThis.gatehouseOnce?.delete(name)
}

const ruleOf = (given: object, of = account) =>
  as(organization.owner).run(createTrustRule, {
    accountId: of.id,
    ...{ name: 'main', issuer, audience: 'gatehouse', subject, seconds: 600 },
    ...given,
  })

type Change = { claims?: object; header?: object; key?: unknown; alg?: string; life?: number }
const outside = ({ claims = {}, header = {}, key, alg = 'RS256', life = 60 }: Change = {}) =>
  new SignJWT({ iss: issuer, sub: subject, aud: 'gatehouse', ...claims })
    .setProtectedHeader({ alg, kid: 'first', ...header })
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + life)
    .sign((key ?? pair.privateKey) as never)

const exchange = (subject_token: string, more: Record<string, string> = {}) =>
  postForm('/oauth2/token', {
    ...{ grant_type: GRANT, subject_token, subject_token_type: `${TYPE}jwt` },
    ...{ client_id: account.userId, ...more },
  })

describe('token exchange (RFC 8693)', () => {
  test('a workload’s token becomes one of the account, for as long as the rule says', async () => {
    const { status, body, headers } = await exchange(await outside())
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toEqual({
      ...{ access_token: expect.any(String), token_type: 'Bearer', scope: 'all', expires_in: 600 },
      issued_token_type: `${TYPE}access_token`,
    })
    expect((await askWith(body.access_token)).status).toBe(200)
    expect(decodeJwt(body.access_token)).toMatchObject({
      ...{ sub: account.userId, act: { iss: issuer, sub: subject } },
    })
    const [event] = (await eventsOf(organization.id)).filter(
      ({ event }) => event === 'token.issued',
    )
    expect(event?.after).toMatchObject({ via: 'token_exchange', by: 'main', subject })
  })

  test('the account was last used when its token was, and the rule when it gave one', async () => {
    const used = await makeAccount(organization.owner)
    await ruleOf({}, used)
    const read = async () => {
      await flushActivity()
      const asked = { accountId: used.id }
      return (await as(organization.owner).run(getServiceAccount, asked)).lastUsedAt ?? ''
    }
    expect(await read()).toBe('')
    const before = new Date().toISOString()
    const { body } = await exchange(await outside(), { client_id: used.userId })
    const given = await read()
    expect(given >= before).toBe(true)
    expect((await askWith(body.access_token)).status).toBe(200)
    expect((await read()) > given).toBe(true)
  })

  test('an id_token, either id of the account, and a scope do too', async () => {
    const more = { subject_token_type: `${TYPE}id_token`, client_id: account.id, scope: 'read' }
    const { status, body } = await exchange(await outside(), more)
    expect([status, body.scope]).toEqual([200, 'read'])
  })

  test('the audience may be one of several', async () => {
    const token = await outside({ claims: { aud: ['other', 'gatehouse'] } })
    expect((await exchange(token)).status).toBe(200)
  })

  const untrusted: [string, () => Promise<string>][] = [
    ['for another audience', () => outside({ claims: { aud: 'https://github.com/halden' } })],
    ['of another subject', () => outside({ claims: { sub: `${subject}2` } })],
    ['of an issuer without a rule', () => outside({ claims: { iss: 'https://other.example' } })],
    ['of an issuer that only looks the same', () => outside({ claims: { iss: `${issuer}/` } })],
    ['that has expired', () => outside({ life: -120 })],
    ['of tomorrow', () => outside({ claims: { nbf: Math.floor(Date.now() / 1_000) + 3_600 } })],
    ['without an audience', () => outside({ claims: { aud: undefined } })],
    ['without a subject', () => outside({ claims: { sub: undefined } })],
    [
      'signed by a stranger',
      async () => outside({ key: (await generateKeyPair('RS256')).privateKey }),
    ],
    ['that names a key that there is not', () => outside({ header: { kid: 'unknown' } })],
    [
      'with the key inside it',
      async () => {
        const made = await generateKeyPair('RS256', { extractable: true })
        return outside({
          key: made.privateKey,
          header: { kid: 'mine', jwk: await exportJWK(made.publicKey) },
        })
      },
    ],
    [
      'alg none',
      async () => `${btoa('{"alg":"none"}').replace(/=/g, '')}.${(await outside()).split('.')[1]}.`,
    ],
    [
      'with the public key as a shared secret (HS/RS)',
      () => outside({ alg: 'HS256', key: new TextEncoder().encode(JSON.stringify(keys[0])) }),
    ],
    ['that is no JWT', async () => 'hello'],
    ['of ours', async () => (await exchange(await outside())).body.access_token],
  ]
  test.each(untrusted)('one %s is not trusted', async (_, make) => {
    const { status, body } = await exchange(await make())
    expect([status, body.error]).toEqual([400, 'invalid_request'])
    expect(body.error_description).toBe('This subject_token is not trusted for this client_id.')
  })

  test('an unknown account, one without rules, and a stranger’s get the same answer', async () => {
    const without = await makeAccount(organization.owner)
    const theirs = await makeAccount(organization.stranger)
    for (const client_id of [
      'usr_unknown',
      'hello',
      without.userId,
      theirs.userId,
      organization.owner.userId,
    ]) {
      const { status, body } = await exchange(await outside(), { client_id })
      expect([status, body.error_description]).toEqual([
        400,
        'This subject_token is not trusted for this client_id.',
      ])
    }
  })

  const malformed: [string, Record<string, string>, string][] = [
    ['without a client_id', { client_id: '' }, 'invalid_request'],
    ['of another type', { subject_token_type: `${TYPE}saml2` }, 'invalid_request'],
    ['for a refresh token', { requested_token_type: `${TYPE}refresh_token` }, 'invalid_request'],
    ['with an actor', { actor_token: 'x' }, 'invalid_request'],
    ['for another audience', { audience: 'https://api.example' }, 'invalid_target'],
    ['for an unknown scope', { scope: 'everything' }, 'invalid_scope'],
  ]
  test.each(malformed)('a request %s is refused', async (_, more, error) => {
    const { status, body } = await exchange(await outside(), more)
    expect([status, body.error]).toEqual([400, error])
  })

  test('a client that also proves itself otherwise is refused', async () => {
    const fields = {
      grant_type: GRANT,
      subject_token: await outside(),
      subject_token_type: `${TYPE}jwt`,
      client_id: account.userId,
    }
    const { status } = await postForm('/oauth2/token', fields, {
      headers: basic(account.userId, 'x'),
    })
    expect(status).toBe(400)
  })

  test('a key that is new at the issuer counts at once, and is asked for once', async () => {
    await exchange(await outside())
    const rotated = await makePair('second', 'ES256')
    // Within half a minute after the last question nobody asks again, whoever makes up names.
    asked = []
    const token = await outside({
      key: rotated.privateKey,
      alg: 'ES256',
      header: { kid: 'second' },
    })
    forget()
    const answers = await Promise.all([exchange(token), exchange(token), exchange(token)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(asked.filter((path) => path === '/keys')).toHaveLength(1)
    for (let n = 0; n < 5; n++) await exchange(await outside({ header: { kid: `made-up-${n}` } }))
    expect(asked.filter((path) => path === '/keys')).toHaveLength(1)
  })

  test('a document of another issuer, or none, gives no keys', async () => {
    const before = document
    const twin = await makeAccount(organization.owner)
    await ruleOf({ issuer: other }, twin)
    const token = () => outside({ claims: { iss: other } })
    for (const said of [
      { issuer, jwks_uri: `${issuer}/keys` },
      {},
      { issuer: other, jwks_uri: 'file:///etc/passwd' },
      { issuer: other, jwks_uri: 'https://169.254.169.254/keys' },
    ]) {
      document = () => said
      forget()
      expect((await exchange(await token(), { client_id: twin.userId })).status).toBe(400)
    }
    document = before
    asked = []
    expect((await exchange(await token(), { client_id: twin.userId })).status).toBe(400)
    expect(asked).toEqual([]) // an issuer that failed is left alone for a moment
    forget()
    expect((await exchange(await token(), { client_id: twin.userId })).status).toBe(200)
  })

  test('an issuer that cannot be reached is trusted by its pasted keys', async () => {
    const inner = await makeAccount(organization.owner)
    const made = await generateKeyPair('RS256', { extractable: true })
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(made.publicKey)), kid: 'first' }] })
    await ruleOf(
      { issuer: 'https://kubernetes.default.svc', jwks, subject: 'system:serviceaccount:prod:*' },
      inner,
    )
    const claims = {
      iss: 'https://kubernetes.default.svc',
      sub: 'system:serviceaccount:prod:deployer',
    }
    const more = { client_id: inner.userId }
    expect((await exchange(await outside({ claims, key: made.privateKey }), more)).status).toBe(200)
    expect((await exchange(await outside({ claims }), more)).status).toBe(400)
  })

  test('of several rules that match, the most specific counts', async () => {
    const many = await makeAccount(organization.owner)
    await ruleOf(
      { name: 'any branch', subject: 'repo:halden/robots:ref:refs/heads/*', seconds: 120 },
      many,
    )
    await ruleOf({ name: 'main alone', seconds: 300 }, many)
    await ruleOf(
      { name: 'main, by hand', claims: { event_name: 'workflow_dispatch' }, seconds: 240 },
      many,
    )
    const seconds = async (claims: object) =>
      (await exchange(await outside({ claims }), { client_id: many.userId })).body.expires_in
    expect(await seconds({ sub: 'repo:halden/robots:ref:refs/heads/x' })).toBe(120)
    expect(await seconds({})).toBe(300)
    expect(await seconds({ event_name: 'workflow_dispatch' })).toBe(240)
  })

  test('a rule that is off trusts nobody, and its tokens wait; deleted, they end', async () => {
    const twin = await makeAccount(organization.owner)
    const made = await ruleOf({}, twin)
    const more = { client_id: twin.userId }
    const { access_token: token } = (await exchange(await outside(), more)).body
    const change = (enabled: boolean, expectedVersion?: number) =>
      as(organization.owner).run(changeTrustRule, {
        ...made,
        ruleId: made.id,
        enabled,
        expectedVersion,
      })
    await change(false)
    expect([(await exchange(await outside(), more)).status, (await askWith(token)).status]).toEqual(
      [400, 401],
    )
    await expect(change(true, 1)).toBeProblem('stale')
    await change(true)
    expect((await askWith(token)).status).toBe(200)
    await as(organization.owner).run(deleteTrustRule, { ruleId: made.id })
    expect((await askWith(token)).status).toBe(401)
  })

  test('a disabled account is nobody, whatever its rules say', async () => {
    const twin = await makeAccount(organization.owner)
    await ruleOf({}, twin)
    await as(organization.owner).run(disableServiceAccount, { accountId: twin.id })
    expect((await exchange(await outside(), { client_id: twin.userId })).status).toBe(400)
  })

  test('the owners’ log says why, once a minute; nothing of a token that nobody signed', async () => {
    const own = await makeOrganization()
    const twin = await makeAccount(own.owner)
    await as(own.owner).run(createTrustRule, {
      accountId: twin.id,
      name: 'main',
      issuer,
      audience: 'gatehouse',
      subject,
    })
    const more = { client_id: twin.userId }
    await exchange(await outside({ claims: { sub: 'repo:evil/x' } }), more)
    await exchange(await outside({ claims: { sub: 'repo:evil/y' } }), more)
    const denied = (await eventsOf(own.id)).filter(({ event }) => event === 'access.denied')
    expect(denied).toHaveLength(1)
    expect(denied[0]).toMatchObject({
      result: 'denied',
      after: { why: 'no_match', subject: 'repo:evil/x' },
    })
    const second = await makeAccount(own.owner)
    await as(own.owner).run(createTrustRule, {
      accountId: second.id,
      name: 'main',
      issuer,
      audience: 'gatehouse',
      subject,
    })
    await exchange(
      await outside({
        claims: { sub: 'made up' },
        key: (await generateKeyPair('RS256')).privateKey,
      }),
      { client_id: second.userId },
    )
    const last = (await eventsOf(own.id)).filter(({ event }) => event === 'access.denied').at(-1)
    expect(last?.after).toEqual({ why: 'signature' })
  })
})

describe('rules that an owner cannot make', () => {
  const make = (given: object) => ruleOf(given)
  const faults: [string, object][] = [
    ['everybody’s', { subject: '*' }],
    ['any repository of anybody', { subject: 'repo:*' }],
    ['any owner', { subject: 'repo:*/robots:ref:refs/heads/main' }],
    ['part of a name', { subject: 'repo:halden*/robots' }],
    ['no audience', { audience: ' ' }],
    ['an issuer without TLS', { issuer: 'http://issuer.example' }],
    ['a file', { issuer: 'file:///etc' }],
    ['an issuer with a password', { issuer: 'https://a:b@issuer.example' }],
    ['more than an hour', { seconds: 3_601 }],
    ['a claim of its own place', { claims: { sub: 'x' } }],
    ['a private key', { jwks: '{"keys":[{"kty":"EC","d":"x"}]}' }],
    ['no keys', { jwks: '{"keys":[]}' }],
  ]
  test.each(faults)('%s', async (_, given) => {
    await expect(make(given)).toBeProblem('invalid_input')
  })

  test('for an account of another organization, or a person', async () => {
    const theirs = await makeAccount(organization.stranger)
    await expect(ruleOf({}, theirs)).toBeProblem('not_found')
    await expect(ruleOf({}, organization.owner as never)).toBeProblem('not_found')
    const stranger = as(organization.stranger)
    await expect(stranger.run(deleteTrustRule, { ruleId: rule.id })).toBeProblem('not_found')
  })
})
