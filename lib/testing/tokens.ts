import { addClientKey } from '@/lib/modules/trust/commands/add-client-key'
import { createTrustRule } from '@/lib/modules/trust/commands/create-trust-rule'
import { answerApi } from '@/lib/transport/api/endpoint'
import { as, type TestMember } from './people'

/** Public keys of nobody: RFC 8037 A.2, RFC 7517 A.1. */
const heldKeyText =
  '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'
export const newKeyText =
  '{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}'

export const rule = {
  name: 'secret-rule',
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'gatehouse',
  subject: 'repo:halden/secret-robots:ref:refs/heads/*',
}

/** A trust rule and a public key of an account, made as an owner makes them. */
export const makeTrust = async (
  owner: TestMember,
  account: { id: string },
  given: object = {},
) => ({
  rule: await as(owner).run(createTrustRule, { accountId: account.id, ...rule, ...given }),
  key: await as(owner).run(addClientKey, {
    accountId: account.id,
    name: 'builder',
    publicKey: heldKeyText,
  }),
})

type Fields = Record<string, string> | string
type Asked = { headers?: Record<string, string>; address?: string; method?: string }

/** A request to an endpoint of OAuth, as a machine sends it. */
export async function postForm(path: string, fields: Fields, asked: Asked = {}) {
  const { headers = {}, address = '198.51.100.7', method = 'POST' } = asked
  const request = new Request(`http://localhost:3000${path}`, {
    method,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    ...(method === 'POST' && { body: new URLSearchParams(fields).toString() }),
  })
  const response = await answerApi(request, { address, requestId: 'req_test' })
  const text = await response.text()
  // biome-ignore lint/suspicious/noExplicitAny: what a client reads off the wire
  const body: any = text === '' ? null : JSON.parse(text)
  return { status: response.status, headers: response.headers, body }
}

/** client_secret_basic (RFC 6749 §2.3.1) */
export const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
})

/** What a key or a token is answered at the API. A body: by POST. */
export async function askWith(credential: string, path = '/api/v2/userinfo/', body?: object) {
  const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' }
  const sent = body && { method: 'POST', body: JSON.stringify(body) }
  const request = new Request(`http://localhost:3000${path}`, { headers, ...sent })
  const response = await answerApi(request, { address: '198.51.100.7', requestId: 'req_test' })
  return { status: response.status, body: JSON.parse((await response.text()) || 'null') }
}
