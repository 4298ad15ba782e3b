import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { disableServiceAccount } from '@/lib/modules/service-accounts/commands/disable-service-account'
import { enableServiceAccount } from '@/lib/modules/service-accounts/commands/enable-service-account'
import { revokeTokensOfAccount } from '@/lib/modules/tokens/commands/revoke-tokens-of-account'
import { addClientKey } from '@/lib/modules/trust/commands/add-client-key'
import { changeTokenLife } from '@/lib/modules/trust/commands/change-token-life'
import { removeClientKey } from '@/lib/modules/trust/commands/remove-client-key'
import { inSystem } from '@/lib/platform/db/doors'
import { as, makeKey, makeOrganization, type TestOrganization } from '@/lib/testing/people'
import { makeAccount, makeAccountKey, type TestAccount } from '@/lib/testing/service-accounts'
import { askWith, basic, postForm } from '@/lib/testing/tokens'

const TOKEN = '/oauth2/token'
const KEYS = '/api/v2/users/create_api_key'
const ours = 'http://localhost:3000'
let organization: TestOrganization
let account: TestAccount
let secret: string

beforeAll(async () => {
  organization = await makeOrganization()
  account = await makeAccount(organization.owner)
  secret = (await makeAccountKey(account)).key
})

const credentials = { grant_type: 'client_credentials' }
const get = (more: Record<string, string> = {}, key = secret, id = account.userId) =>
  postForm(TOKEN, { ...credentials, ...more }, { headers: basic(id, key) })
const tokenOf = async (...given: Parameters<typeof get>): Promise<string> =>
  (await get(...given)).body.access_token

describe('the token endpoint (RFC 6749 §4.4)', () => {
  test('gives a token for a key of the account, by either of its ids, and it works as the key does', async () => {
    for (const id of [account.userId, account.id]) {
      const { status, headers, body } = await get({}, secret, id)
      expect([status, headers.get('cache-control'), headers.get('pragma')]).toEqual([
        200,
        'no-store',
        'no-cache',
      ])
      expect(body).toEqual({
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 3_600,
        scope: 'all',
      })
      const [byToken, byKey] = [await askWith(body.access_token), await askWith(secret)]
      expect(byToken).toEqual(byKey)
      expect(byToken.status).toBe(200)
    }
  })

  test('never gives a refresh token (§4.4.3)', async () => {
    expect((await get()).body).not.toHaveProperty('refresh_token')
  })

  test('the token is typed and says what RFC 9068 §2.2 asks for', async () => {
    const token = await tokenOf({ scope: 'read' })
    const header = decodeProtectedHeader(token)
    expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) })
    const claims = decodeJwt(token)
    expect(claims).toEqual({
      ...{ iss: ours, aud: ours, sub: account.userId, client_id: account.userId, scope: 'read' },
      ...{ jti: expect.stringMatching(/^tok_/), org_id: organization.id },
      ...{ iat: expect.any(Number), exp: (claims.iat ?? 0) + 3_600 },
    })
  })

  test('nothing of it is in the database but its hash, and its log has neither', async () => {
    const token = await tokenOf()
    const rows = await inSystem((db) =>
      db.accessToken.findMany({ where: { membershipId: account.id } }),
    )
    const events = await inSystem((db) =>
      db.auditEvent.findMany({ where: { organizationId: organization.id } }),
    )
    for (const part of token.split('.').slice(1)) {
      expect(JSON.stringify([rows, events])).not.toContain(part)
    }
    const issued = events.filter(({ event }) => event === 'token.issued')
    expect(issued.at(-1)).toMatchObject({ actorId: account.id, subjectId: account.id })
  })

  test('a scope is narrowed, not widened, and says so (§3.3)', async () => {
    const { body } = await get({ scope: 'read' })
    expect(body.scope).toBe('read')
    const create = await askWith(body.access_token, KEYS, { duration: 3_600 })
    expect([create.status, create.body.detail]).toEqual([
      403,
      expect.stringMatching(/bound|ceiling|key/i),
    ])
    expect((await get({ scope: 'everything' })).body).toMatchObject({ error: 'invalid_scope' })
    const { key, id } = await makeAccountKey(account)
    const ceiling = { permissions: ['cloud.list'] }
    await inSystem((db) => db.apiKey.updateMany({ where: { id }, data: { ceiling } }))
    expect((await get({ scope: 'member.remove' }, key)).body.error).toBe('invalid_scope')
    expect((await get({ scope: 'cloud.list member.remove' }, key)).body.scope).toBe('cloud.list')
    const all = await tokenOf({}, key)
    expect((await askWith(all, '/api/v2/organization_invitations/')).status).toBe(403)
  })

  test('its life is the account’s, and no longer than its key’s', async () => {
    const other = await makeAccount(organization.owner)
    const { key, id } = await makeAccountKey(other)
    await as(organization.owner).run(changeTokenLife, { accountId: other.id, seconds: 900 })
    expect((await get({}, key, other.userId)).body.expires_in).toBe(900)
    const soon = new Date(Date.now() + 60_500)
    await inSystem((db) => db.apiKey.updateMany({ where: { id }, data: { expiresAt: soon } }))
    expect((await get({}, key, other.userId)).body.expires_in).toBeLessThanOrEqual(60)
  })

  const refusals: [string, () => ReturnType<typeof postForm>, number, string][] = [
    ['another grant', () => get({ grant_type: 'password' }), 400, 'unsupported_grant_type'],
    [
      'none',
      () => postForm(TOKEN, {}, { headers: basic(account.userId, secret) }),
      400,
      'invalid_request',
    ],
    ['another target', () => get({ resource: 'https://api.example' }), 400, 'invalid_target'],
    [
      'a parameter twice',
      () =>
        postForm(TOKEN, 'grant_type=client_credentials&scope=read&scope=all', {
          headers: basic(account.userId, secret),
        }),
      400,
      'invalid_request',
    ],
    [
      'credentials in the address',
      () => postForm(`${TOKEN}?client_id=${account.userId}&client_secret=${secret}`, credentials),
      400,
      'invalid_request',
    ],
    [
      'a secret in the body',
      () => postForm(TOKEN, { ...credentials, client_id: account.userId, client_secret: secret }),
      401,
      'invalid_client',
    ],
    [
      'JSON',
      () => postForm(TOKEN, credentials, { headers: { 'content-type': 'application/json' } }),
      400,
      'invalid_request',
    ],
    ['no client', () => postForm(TOKEN, credentials), 401, 'invalid_client'],
    [
      'a key of another account',
      async () => get({}, (await makeAccountKey(await makeAccount(organization.owner))).key),
      401,
      'invalid_client',
    ],
    [
      'an account of another organization',
      async () => get({}, secret, (await makeAccount(organization.stranger)).userId),
      401,
      'invalid_client',
    ],
    ['another client_id in the body', () => get({ client_id: 'usr_other' }), 401, 'invalid_client'],
    [
      'a person',
      async () => get({}, (await makeKey(organization.owner)).key, organization.owner.userId),
      400,
      'unauthorized_client',
    ],
    [
      'a bearer key',
      () => postForm(TOKEN, credentials, { headers: { authorization: `Bearer ${secret}` } }),
      401,
      'invalid_client',
    ],
    [
      'a broken header',
      () => postForm(TOKEN, credentials, { headers: { authorization: 'Basic %%%' } }),
      401,
      'invalid_client',
    ],
  ]
  test.each(refusals)('%s is refused', async (_, ask, status, error) => {
    const answer = await ask()
    expect([answer.status, answer.body.error]).toEqual([status, error])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('www-authenticate') !== null).toBe(status === 401)
    expect(answer.body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
  })

  test('what is wrong with a client is not told: every refusal of one is the same', async () => {
    const { key, id } = await makeAccountKey(account)
    await inSystem((db) => db.apiKey.updateMany({ where: { id }, data: { revokedAt: new Date() } }))
    const answers = await Promise.all([
      get({}, key),
      get({}, `${secret}x`),
      get({}, secret, 'usr_unknown'),
      postForm(TOKEN, credentials),
    ])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  test('it is asked by POST alone', async () => {
    const { status, headers } = await postForm(TOKEN, {}, { method: 'GET' })
    expect([status, headers.get('allow')]).toEqual([405, 'POST'])
  })
})

describe('a token counts until', () => {
  const live = async (token: string) => (await askWith(token)).status === 200

  test('the account is disabled; enabled again, it lives on', async () => {
    const other = await makeAccount(organization.owner)
    const token = await tokenOf({}, (await makeAccountKey(other)).key, other.userId)
    expect(await live(token)).toBe(true)
    await as(organization.owner).run(disableServiceAccount, { accountId: other.id })
    expect(await live(token)).toBe(false)
    await as(organization.owner).run(enableServiceAccount, { accountId: other.id })
    expect(await live(token)).toBe(true)
  })

  test('its key is revoked', async () => {
    const { key, id } = await makeAccountKey(account)
    const token = await tokenOf({}, key)
    expect(await live(token)).toBe(true)
    await inSystem((db) => db.apiKey.updateMany({ where: { id }, data: { revokedAt: new Date() } }))
    expect(await live(token)).toBe(false)
  })

  test('an owner ends every token of the account', async () => {
    const other = await makeAccount(organization.owner)
    const token = await tokenOf({}, (await makeAccountKey(other)).key, other.userId)
    expect(
      await as(organization.owner).run(revokeTokensOfAccount, { accountId: other.id }),
    ).toEqual({ ended: 1 })
    expect(await live(token)).toBe(false)
  })

  test('its end', async () => {
    const token = await tokenOf()
    const { jti } = decodeJwt(token)
    const past = new Date(Date.now() - 1)
    await inSystem((db) =>
      db.accessToken.updateMany({ where: { id: jti as string }, data: { expiresAt: past } }),
    )
    expect(await live(token)).toBe(false)
  })

  test('and makes no key', async () => {
    const { status, body } = await askWith(await tokenOf(), KEYS, { duration: 3_600 })
    expect([status, body.detail]).toEqual([403, expect.stringMatching(/token makes no API keys/)])
  })

  test('it does not open an organization that is not its own', async () => {
    const token = await tokenOf()
    const row = await inSystem((db) =>
      db.accessToken.findFirstOrThrow({ where: { id: decodeJwt(token).jti as string } }),
    )
    expect(row.organizationId).toBe(organization.id)
    const { body } = await askWith(token)
    expect(JSON.stringify(body)).not.toContain(organization.stranger.organizationId)
  })
})

describe('private_key_jwt (RFC 7523)', () => {
  const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  type Pair = Awaited<ReturnType<typeof generateKeyPair>>
  let pair: Pair
  let keyId: string
  let client: TestAccount

  const register = async (alg: string) => {
    const made = await generateKeyPair(alg, { extractable: true })
    const publicKey = JSON.stringify(await exportJWK(made.publicKey))
    const input = { accountId: client.id, name: alg, publicKey }
    return { pair: made, id: (await as(organization.owner).run(addClientKey, input)).id }
  }
  beforeAll(async () => {
    client = await makeAccount(organization.owner)
    const made = await register('ES256')
    pair = made.pair
    keyId = made.id
  })

  type Change = {
    claims?: object
    header?: object
    key?: Pair['privateKey'] | Uint8Array
    alg?: string
    exp?: number
  }
  const assertion = ({
    claims = {},
    header = {},
    key = pair.privateKey,
    alg = 'ES256',
    exp = 60,
  }: Change = {}) =>
    new SignJWT({
      iss: client.userId,
      sub: client.userId,
      aud: `${ours}${TOKEN}`,
      jti: crypto.randomUUID(),
      ...claims,
    })
      .setProtectedHeader({ alg, ...header })
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1_000) + exp)
      .sign(key as Pair['privateKey'])
  const ask = (client_assertion: string, more = {}) =>
    postForm(TOKEN, { ...credentials, client_assertion_type: TYPE, client_assertion, ...more })

  test.each(['RS256', 'ES256', 'EdDSA'])('%s proves the account', async (alg) => {
    const { pair } = await register(alg)
    const { status, body } = await ask(await assertion({ key: pair.privateKey, alg }))
    expect(status).toBe(200)
    expect((await askWith(body.access_token)).status).toBe(200)
  })

  test('the issuer itself is a right audience too', async () => {
    expect((await ask(await assertion({ claims: { aud: ours } }))).status).toBe(200)
  })

  test('an assertion counts once, also of two at the same time', async () => {
    const one = await assertion()
    const answers = await Promise.all([ask(one), ask(one), ask(one)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  })

  const wrong: [string, () => Promise<string>][] = [
    ['for another audience', () => assertion({ claims: { aud: 'https://other.example/token' } })],
    ['of another issuer', () => assertion({ claims: { iss: 'usr_other' } })],
    ['of another subject', () => assertion({ claims: { sub: account.userId } })],
    ['without a jti', () => assertion({ claims: { jti: undefined } })],
    ['that has expired', () => assertion({ exp: -120 })],
    ['that lives for a day', () => assertion({ exp: 86_400 })],
    ['of tomorrow', () => assertion({ claims: { nbf: Math.floor(Date.now() / 1_000) + 3_600 } })],
    [
      'signed by another key',
      async () => assertion({ key: (await generateKeyPair('ES256')).privateKey }),
    ],
    [
      'without a signature (alg none)',
      async () =>
        `${btoa('{"alg":"none"}').replace(/=/g, '')}.${(await assertion()).split('.')[1]}.`,
    ],
    [
      'with the public key as a shared secret (HS/RS)',
      async () =>
        assertion({
          alg: 'HS256',
          key: new TextEncoder().encode(JSON.stringify(await exportJWK(pair.publicKey))),
        }),
    ],
    ['that is no JWT', async () => 'hello'],
  ]
  test.each(wrong)('one %s is refused', async (_, make) => {
    const { status, body } = await ask(await make())
    expect([status, body.error]).toEqual([401, 'invalid_client'])
  })

  test('beside a key it is refused: one way at a time (RFC 6749 §2.3)', async () => {
    const fields = {
      ...credentials,
      client_assertion_type: TYPE,
      client_assertion: await assertion(),
    }
    const { status, body } = await postForm(TOKEN, fields, {
      headers: basic(account.userId, secret),
    })
    expect([status, body.error]).toEqual([400, 'invalid_request'])
  })

  test('from where its organization lets no program in it proves nothing, and its tokens count for nothing', async () => {
    const organizationId = organization.id
    const { body } = await ask(await assertion())
    const asked = async (path: string, address: string) =>
      postForm(
        path,
        {
          ...(path === TOKEN ? credentials : { token: body.access_token }),
          client_assertion_type: TYPE,
          client_assertion: await assertion(),
        },
        { address },
      )
    const keyRanges = ['203.0.113.0/24']
    await inSystem((db) => db.organizationPolicy.create({ data: { organizationId, keyRanges } }))
    try {
      for (const path of [TOKEN, '/oauth2/introspect', '/oauth2/revoke']) {
        const outside = await asked(path, '198.51.100.7')
        expect([path, outside.status, outside.body.error]).toEqual([
          path,
          400,
          'unauthorized_client',
        ])
      }
      expect((await askWith(body.access_token)).status).toBe(403)
      expect((await asked('/oauth2/introspect', '203.0.113.9')).body.active).toBe(true)
    } finally {
      await inSystem((db) => db.organizationPolicy.deleteMany({ where: { organizationId } }))
    }
  })

  test('a disabled account, and a removed key, prove nothing; its tokens end', async () => {
    const { body } = await ask(await assertion())
    await as(organization.owner).run(disableServiceAccount, { accountId: client.id })
    expect((await ask(await assertion())).status).toBe(401)
    await as(organization.owner).run(enableServiceAccount, { accountId: client.id })
    expect((await askWith(body.access_token)).status).toBe(200)
    await as(organization.owner).run(removeClientKey, { keyId })
    expect((await ask(await assertion())).status).toBe(401)
    expect((await askWith(body.access_token)).status).toBe(401)
  })

  test('a private key, a weak one and a shared secret are not taken as public keys', async () => {
    const made = await generateKeyPair('ES256', { extractable: true })
    const padded = Buffer.concat([Buffer.alloc(128), Buffer.alloc(128, 0xff)]) // 1,024 bits, and as many of nothing
    const add = (publicKey: string) =>
      as(organization.owner).run(addClientKey, { accountId: client.id, name: 'x', publicKey })
    await expect(add(JSON.stringify(await exportJWK(made.privateKey)))).toBeProblem(
      'invalid_input',
      /private key/,
    )
    await expect(add('-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----')).toBeProblem(
      'invalid_input',
      /private key/,
    )
    for (const text of [
      '{"kty":"oct","k":"c2VjcmV0"}',
      '{"kty":"RSA","n":"AQAB","e":"AQAB"}',
      JSON.stringify({ kty: 'RSA', n: padded.toString('base64url'), e: 'AQAB' }),
      '{}',
      'x',
      '[]',
    ])
      await expect(add(text)).toBeProblem('invalid_input')
  })
})
