import fc from 'fast-check'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { addClientKey } from '@/lib/modules/trust/commands/add-client-key'
import { hostileControls, hostileTexts } from '@/lib/testing/hostile'
import { as, eventsOf, makeOrganization, type TestOrganization } from '@/lib/testing/people'
import { makeAccount, makeAccountKey, type TestAccount } from '@/lib/testing/service-accounts'
import { askWith, basic, makeTrust } from '@/lib/testing/tokens'
import { answerApi } from '@/lib/transport/api/endpoint'
import { INTROSPECT_PATH, REVOKE_PATH, TOKEN_PATH } from './paths'

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const settings = { seed, numRuns: Number(process.env.FUZZ_RUNS ?? 80) }
const ours = 'http://localhost:3000'
const issuer = 'https://issuer.example'

/** RFC 6749 §5.2, RFC 8693 §2.2.2, RFC 7009 §2.2.1 */
const codes = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'invalid_target',
  'temporarily_unavailable',
]

let organization: TestOrganization
let account: TestAccount
let secret: string
let signed: (claims: object, at?: Partial<{ iss: string; aud: string }>) => Promise<string>

beforeAll(async () => {
  organization = await makeOrganization()
  account = await makeAccount(organization.owner)
  secret = (await makeAccountKey(account)).key
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'one' }
  const jwks = JSON.stringify({ keys: [jwk] })
  await makeTrust(organization.owner, account, { issuer, jwks, subject: 'repo:halden/robots:*' })
  await as(organization.owner).run(addClientKey, {
    ...{ accountId: account.id, name: 'fuzz', publicKey: JSON.stringify(jwk) },
  })
  signed = (claims, { iss = issuer, aud = 'gatehouse' } = {}) =>
    new SignJWT({ iss, aud, jti: crypto.randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setExpirationTime('5m')
      .sign(privateKey)
})

const anyText = fc.oneof(
  fc.constantFrom(...Object.values(hostileTexts), ...Object.values(hostileControls), '', ' '),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 100, max: 17_000 }).map((length) => 'a'.repeat(length)),
)
const part = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url')
/** What looks like a token: parts that are no JSON, or say anything. */
const anyToken = fc.oneof(
  fc.stringMatching(/^[\w-]{10,30}\.[\w-]{10,30}\.[\w-]{10,30}$/),
  fc
    .tuple(
      fc.record(
        {
          alg: fc.constantFrom('ES256', 'none', 'HS256', 7, null),
          kid: fc.oneof(anyText, fc.constant('one'), fc.constant(7)),
          crit: fc.constantFrom(['b64'], ['x'], 'x'),
          jwk: fc.constant({ kty: 'EC' }),
        },
        { requiredKeys: [] },
      ),
      fc.oneof(
        fc.record({ iss: fc.oneof(anyText, fc.constant(issuer)), sub: fc.jsonValue() }),
        fc.jsonValue(),
      ),
      fc.stringMatching(/^[\w-]{10,90}$/),
    )
    .map(([header, claims, signature]) => `${part(header)}.${part(claims)}.${signature}`),
  anyText,
)
const urn = 'urn:ietf:params:oauth:'
const values: Record<string, fc.Arbitrary<string>> = {
  grant_type: fc.constantFrom('client_credentials', `${urn}grant-type:token-exchange`, 'password'),
  scope: fc.oneof(fc.constantFrom('read', 'cloud.list member.remove', 'all  read'), anyText),
  token: anyToken,
  token_type_hint: anyText,
  client_id: fc.oneof(fc.constantFrom('usr_none', 'ide_none', 'usr_\0'), anyText),
  client_secret: anyText,
  client_assertion: anyToken,
  client_assertion_type: fc.constant(`${urn}client-assertion-type:jwt-bearer`),
  subject_token: anyToken,
  subject_token_type: fc.constantFrom(`${urn}token-type:jwt`, `${urn}token-type:id_token`),
  requested_token_type: fc.constantFrom(`${urn}token-type:access_token`, 'x'),
  resource: fc.oneof(fc.constantFrom(ours, `${ours}/`), anyText),
  audience: anyText,
}
const formOf = (names: string[]) =>
  fc
    .record(
      Object.fromEntries(
        names
          .map((name) => [name, values[name] as fc.Arbitrary<string>] as const)
          .map(([name, value]) => [
            name,
            fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: anyText }),
          ]),
      ),
      { requiredKeys: [] },
    )
    .map((fields) => new URLSearchParams(fields as Record<string, string>).toString())
// Most of what proves nobody is refused before the rest is read.
const likely = ['grant_type', 'scope', 'token', 'token_type_hint']
const anyBody = fc.oneof(
  { weight: 4, arbitrary: formOf(likely) },
  { weight: 4, arbitrary: formOf(Object.keys(values)) },
  { weight: 1, arbitrary: anyText },
  {
    weight: 1,
    arbitrary: fc.constantFrom('token=%', 'token=%00', 'a=1&a=2', '{"token":1}', '&=&'),
  },
)
const inHeader = (text: string) => text.replace(/[^\x21-\x7e\xa0-\xff]/g, '') || 'x'
const anyProof = fc.oneof(
  { weight: 4, arbitrary: fc.constant('own') },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: anyToken.map((token) => `Bearer ${inHeader(token)}`) },
  {
    weight: 2,
    arbitrary: fc
      .oneof(
        anyText,
        anyText.map((text) => `usr_none:${text}`),
      )
      .map((text) => `Basic ${Buffer.from(text).toString('base64') || '='}`),
  },
)
const anyType = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/x-www-form-urlencoded') },
  { weight: 1, arbitrary: fc.constantFrom('application/json', 'x', 'multipart/form-data') },
)

async function send(path: string, body: string, headers: Record<string, string>) {
  const request = new Request(`${ours}${path}`, { method: 'POST', body, headers })
  // Of an address of its own: what is counted by address is another test's.
  const address = `198.51.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`
  const answer = await answerApi(request, { address, requestId: 'req_test' })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text }
}

/** RFC 6749 §5.1 and §5.2, whatever was sent. */
function expectWellFormed({ status, headers, text }: Awaited<ReturnType<typeof send>>) {
  expect([200, 400, 401, 404, 429], text).toContain(status)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(text).not.toContain(secret)
  if (status === 200) return
  expect(headers.get('content-type')).toBe('application/json')
  const body = JSON.parse(text)
  expect(Object.keys(body)).toEqual(['error', 'error_description'])
  expect(codes).toContain(body.error)
  expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
  expect(headers.has('www-authenticate')).toBe(status === 401)
}

describe(`nothing that is sent to OAuth is answered by a fault of ours (seed ${seed})`, () => {
  test.each([TOKEN_PATH, INTROSPECT_PATH, REVOKE_PATH])('%s, anything at all', async (path) => {
    const property = fc.asyncProperty(anyBody, anyProof, anyType, async (body, proof, type) => {
      const own = basic(account.userId, secret)
      const proven = proof === 'own' ? own : proof === null ? {} : { authorization: proof }
      expectWellFormed(await send(path, body, { 'content-type': type, ...proven }))
    })
    await fc.assert(property, settings)
  })

  const anyClaims = fc.record(
    {
      sub: fc.oneof(anyText, fc.jsonValue()),
      jti: fc.oneof(anyText, fc.jsonValue()),
      nbf: fc.oneof(fc.jsonValue(), fc.constant(2 ** 60)),
      iat: fc.jsonValue(),
      aud: fc.oneof(anyText, fc.constantFrom(['gatehouse', 'x'], 'gatehouse'), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  const form = { 'content-type': 'application/x-www-form-urlencoded' }

  test('any claim that a trusted issuer signs, and any that the client’s own key signs', async () => {
    const property = fc.asyncProperty(anyClaims, anyText, async (claims, scope) => {
      const exchange = new URLSearchParams({
        grant_type: `${urn}grant-type:token-exchange`,
        subject_token: await signed({ sub: 'repo:halden/robots:x', ...claims }),
        subject_token_type: `${urn}token-type:jwt`,
        client_id: account.userId,
        scope,
      })
      expectWellFormed(await send(TOKEN_PATH, String(exchange), form))
      const at = { iss: account.userId, aud: ours }
      const asked = new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion: await signed({ sub: account.userId, ...claims }, at),
        client_assertion_type: `${urn}client-assertion-type:jwt-bearer`,
        scope,
      })
      expectWellFormed(await send(TOKEN_PATH, String(asked), form))
    })
    await fc.assert(property, settings)
  })

  test('a refused workload is in the owners’ log, whatever its issuer calls it', async () => {
    const other = await makeAccount(organization.owner)
    const pair = await generateKeyPair('ES256', { extractable: true })
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'ES256' }] })
    await makeTrust(organization.owner, other, { issuer, jwks })
    const token = await new SignJWT({
      iss: issuer,
      aud: 'gatehouse',
      sub: `\0${'a b '.repeat(75).slice(2)}😀`,
    })
      .setProtectedHeader({ alg: 'ES256' })
      .setExpirationTime('5m')
      .sign(pair.privateKey)
    const fields = {
      grant_type: `${urn}grant-type:token-exchange`,
      subject_token: token,
      subject_token_type: `${urn}token-type:jwt`,
      client_id: other.userId,
    }
    expect((await send(TOKEN_PATH, String(new URLSearchParams(fields)), form)).status).toBe(400)
    const denials = (await eventsOf(organization.id)).filter(({ actorId }) => actorId === other.id)
    expect(denials).toMatchObject([{ event: 'access.denied', after: { why: 'no_match' } }])
  })

  test('what looks like a token and is none is no key', async () => {
    const property = fc.asyncProperty(anyToken, async (token) => {
      const { status, body } = await askWith(inHeader(token))
      expect([status, body.code]).toEqual([401, 'unauthenticated'])
    })
    await fc.assert(property, settings)
  })
})
