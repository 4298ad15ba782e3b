import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { disableServiceAccount } from '@/lib/modules/service-accounts/commands/disable-service-account'
import { inSystem } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { rotateTokenKeys, tokenKeys } from '@/lib/platform/jose/token-keys'
import { as, makeKey, makeOrganization, type TestOrganization } from '@/lib/testing/people'
import { makeAccount, makeAccountKey, type TestAccount } from '@/lib/testing/service-accounts'
import { askWith, basic, postForm } from '@/lib/testing/tokens'
import { answerApi } from '@/lib/transport/api/endpoint'

const ours = 'http://localhost:3000'
let organization: TestOrganization
let account: TestAccount
let secret: string
let other: TestAccount
let others: string

beforeAll(async () => {
  organization = await makeOrganization()
  account = await makeAccount(organization.owner)
  secret = (await makeAccountKey(account)).key
  other = await makeAccount(organization.owner)
  others = (await makeAccountKey(other)).key
})

const own = () => basic(account.userId, secret)
const tokenOf = async (headers = own()): Promise<string> =>
  (await postForm('/oauth2/token', { grant_type: 'client_credentials' }, { headers })).body
    .access_token
const introspect = (token: string, headers: Record<string, string> = own()) =>
  postForm('/oauth2/introspect', { token }, { headers })
const revoke = (token: string, headers: Record<string, string> = own()) =>
  postForm('/oauth2/revoke', { token }, { headers })
const get = async (path: string) => {
  const answer = await answerApi(new Request(`${ours}${path}`), {
    address: '198.51.100.7',
    requestId: 'req_test',
  })
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

describe('introspection (RFC 7662)', () => {
  test('a token that counts says whose it is, for what, and how long', async () => {
    const { status, body, headers } = await introspect(await tokenOf())
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toEqual({
      ...{ active: true, scope: 'all', token_type: 'Bearer', iss: ours, aud: ours },
      ...{ client_id: account.userId, sub: account.userId },
      ...{ iat: expect.any(Number), exp: body.iat + 3_600 },
    })
  })

  test('another account of the organization may ask, a stranger’s account learns nothing', async () => {
    const token = await tokenOf()
    expect((await introspect(token, basic(other.userId, others))).body.active).toBe(true)
    const theirs = await makeAccount(organization.stranger)
    const headers = basic(theirs.userId, (await makeAccountKey(theirs)).key)
    expect((await introspect(token, headers)).body).toEqual({ active: false })
  })

  test('whatever does not count is inactive and nothing more (§2.2)', async () => {
    const gone = await makeAccount(organization.owner)
    const ended = await tokenOf(basic(gone.userId, (await makeAccountKey(gone)).key))
    expect((await introspect(ended)).body.active).toBe(true)
    await as(organization.owner).run(disableServiceAccount, { accountId: gone.id })
    const altered = `${(await tokenOf()).slice(0, -3)}AAA`
    for (const token of [ended, altered, 'x', secret, 'a.b.c']) {
      const { status, body } = await introspect(token)
      expect([status, body]).toEqual([200, { active: false }])
    }
  })

  test('without a client, or without a token, it is refused (§2.1)', async () => {
    const token = await tokenOf()
    expect((await introspect(token, {})).status).toBe(401)
    expect((await introspect('x', basic(account.userId, `${secret}x`))).status).toBe(401)
    const unknown = await makeAccountKey(account)
    await inSystem((db) =>
      db.apiKey.updateMany({ where: { id: unknown.id }, data: { revokedAt: new Date() } }),
    )
    expect((await introspect('x', basic(account.userId, unknown.key))).status).toBe(401)
  })

  test('a key proves its own account alone, and no person is a client', async () => {
    const token = await tokenOf()
    const person = await makeKey(organization.collaborator)
    for (const ask of [introspect, revoke]) {
      expect((await ask(token, basic(other.userId, secret))).status).toBe(401)
      expect((await ask(token, basic('nobody', secret))).status).toBe(401)
      const { status, body } = await ask(token, basic(account.userId, person.key))
      expect([status, body.error]).toEqual([400, 'unauthorized_client'])
    }
    expect((await askWith(token)).status).toBe(200)
  })

  test('without a token it is refused', async () => {
    expect((await postForm('/oauth2/introspect', {}, { headers: own() })).body.error).toBe(
      'invalid_request',
    )
  })
})

describe('revocation (RFC 7009)', () => {
  test('a token is refused from its next request on; a repeat and an unknown one are 200', async () => {
    const token = await tokenOf()
    expect((await askWith(token)).status).toBe(200)
    for (const one of [token, token, 'unknown', 'a.b.c']) {
      const { status, body } = await revoke(one)
      expect([status, body]).toEqual([200, null])
    }
    expect((await askWith(token)).status).toBe(401)
    expect((await introspect(token)).body).toEqual({ active: false })
    await expect(organization).toHaveRecorded('token.revoked', 1)
  })

  test('another client’s token is left alone, and the client is told (§2.1); a stranger is told nothing', async () => {
    const token = await tokenOf()
    const { status, body } = await revoke(token, basic(other.userId, others))
    expect([status, body.error]).toEqual([400, 'unauthorized_client'])
    const theirs = await makeAccount(organization.stranger)
    const headers = basic(theirs.userId, (await makeAccountKey(theirs)).key)
    expect((await revoke(token, headers)).status).toBe(200)
    expect((await askWith(token)).status).toBe(200)
  })

  test('without a client it is refused', async () => {
    expect((await revoke(await tokenOf(), {})).status).toBe(401)
  })
})

describe('metadata (RFC 8414) and keys (RFC 7517)', () => {
  test('it names itself and the endpoints that answer', async () => {
    const { status, body } = await get('/.well-known/oauth-authorization-server')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      issuer: ours,
      token_endpoint: `${ours}/oauth2/token`,
      jwks_uri: `${ours}/oauth2/jwks`,
      introspection_endpoint: `${ours}/oauth2/introspect`,
      revocation_endpoint: `${ours}/oauth2/revoke`,
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'private_key_jwt'],
    })
    expect(body.scopes_supported).toEqual(expect.arrayContaining(['all', 'read', 'cloud.list']))
  })

  test('the key set is public keys alone, and one of them signed the token', async () => {
    const { body, headers } = await get('/oauth2/jwks')
    expect(headers.get('cache-control')).toBe('public, max-age=3600')
    for (const key of body.keys) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
    }
    const { createLocalJWKSet, jwtVerify } = await import('jose')
    const options = { issuer: ours, audience: ours, typ: 'at+jwt' }
    await jwtVerify(await tokenOf(), createLocalJWKSet(body), options)
  })
})

describe('tokens that nobody gave', () => {
  const forged = async (change: { claims?: object; header?: object; key?: unknown }) => {
    const [own] = await tokenKeys()
    const now = Math.floor(Date.now() / 1_000)
    const claims = {
      iss: ours,
      aud: ours,
      sub: account.userId,
      client_id: account.userId,
      org_id: organization.id,
      scope: 'all',
      iat: now,
      exp: now + 60,
      jti: `tok_${'a'.repeat(26)}`,
    }
    return new SignJWT({ ...claims, ...change.claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: own?.kid, ...change.header })
      .sign((change.key ?? own?.privateKey) as never)
  }
  const hidden = async () => (await generateKeyPair('ES256')).privateKey
  const attempts: [string, () => Promise<string>][] = [
    ['signed by our key, without a row', () => forged({})],
    [
      'with the row of another token',
      async () => {
        const { jti } = JSON.parse(atob((await tokenOf()).split('.')[1] as string))
        return forged({ claims: { jti } })
      },
    ],
    [
      'of another organization',
      () => forged({ claims: { org_id: organization.stranger.organizationId } }),
    ],
    ['signed by a stranger', async () => forged({ key: await hidden() })],
    ['with an unknown kid', () => forged({ header: { kid: 'unknown' } })],
    ['without a kid', () => forged({ header: { kid: undefined } })],
    [
      'with the key inside it (jwk)',
      async () => {
        const pair = await generateKeyPair('ES256', { extractable: true })
        return forged({
          key: pair.privateKey,
          header: { jwk: await exportJWK(pair.publicKey), kid: undefined },
        })
      },
    ],
    ['typed as an id token', () => forged({ header: { typ: 'JWT' } })],
    ['for another audience', () => forged({ claims: { aud: 'https://other.example' } })],
    ['of another issuer', () => forged({ claims: { iss: 'https://other.example' } })],
    ['that has expired', () => forged({ claims: { exp: 1 } })],
    ['without an end', () => forged({ claims: { exp: undefined } })],
    [
      'alg none',
      async () =>
        `${btoa('{"alg":"none","typ":"at+jwt"}').replace(/=/g, '')}.${(await forged({})).split('.')[1]}.`,
    ],
    [
      'alg none with a signature',
      async () =>
        `${btoa('{"alg":"none","typ":"at+jwt"}').replace(/=/g, '')}.${(await forged({})).split('.')[1]}.AAAAAAAAAAAAAA`,
    ],
    [
      'with the public key as a shared secret (HS/ES)',
      async () => {
        const [own] = await tokenKeys()
        const secret = new TextEncoder().encode(JSON.stringify(own?.publicJwk))
        return forged({
          header: { alg: 'HS256' },
          key: await importJWK(
            { kty: 'oct', k: Buffer.from(secret).toString('base64url') } as JWK,
            'HS256',
          ),
        })
      },
    ],
  ]
  test.each(attempts)('%s', async (_, make) => {
    const token = await make()
    expect((await askWith(token)).status).toBe(401)
    expect((await introspect(token)).body).toEqual({ active: false })
  })

  test('a live token with one letter of its signature changed is another one', async () => {
    const token = await tokenOf()
    const at = token.length - 10
    const other = token[at] === 'A' ? 'B' : 'A'
    expect((await askWith(token.slice(0, at) + other + token.slice(at + 1))).status).toBe(401)
    expect((await askWith(token)).status).toBe(200)
  })
})

test('after 90 days another key signs; what the old one signed counts, and the old one goes later', async () => {
  const token = await tokenOf()
  const [before] = await tokenKeys()
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
  const { raw } = await engine()
  const date = (kid: string | undefined, createdAt: Date) =>
    raw.query('UPDATE token_key SET created_at = $2 WHERE kid = $1', [kid, createdAt])
  await inSystem((db) => db.tokenKey.deleteMany({ where: { kid: { not: before?.kid ?? '' } } }))
  await date(before?.kid, ago(91))
  await rotateTokenKeys()
  const [next, old] = await tokenKeys()
  expect([next?.kid === before?.kid, old?.kid]).toEqual([false, before?.kid])
  const kidOf = (text: string) => JSON.parse(atob(text.split('.')[0] as string)).kid
  expect(kidOf(await tokenOf())).toBe(old?.kid) // shown first
  expect((await get('/oauth2/jwks')).body.keys).toHaveLength(2)
  await date(next?.kid, new Date(Date.now() - 2 * 3_600_000))
  await rotateTokenKeys()
  expect(kidOf(await tokenOf())).toBe(next?.kid)
  expect((await askWith(token)).status).toBe(200)
  await date(next?.kid, ago(2))
  await rotateTokenKeys()
  expect((await tokenKeys()).map(({ kid }) => kid)).toEqual([next?.kid])
})
