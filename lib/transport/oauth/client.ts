import 'server-only'
import { parseApiKey } from '@/lib/domain/api-key'
import type { KeyCaller, Origin, PresentedKey } from '@/lib/kernel/caller'
import type { InputOf, OutputOf, UseCase } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import type { ApiRequest } from '@/lib/listener/gatehouse'
import { sha256 } from '@/lib/platform/crypto/hash'
import { findClient } from '@/lib/platform/db/token-clients'
import { spendAssertion } from '@/lib/platform/db/used-assertions'
import { issuerOfTokens } from '@/lib/platform/jose/access-token'
import { claimedClient, provenAssertion } from '@/lib/platform/jose/assertion'
import { consume } from '@/lib/platform/rate-limit/limits'
import { originOf, type Peer, provenBy } from '../api/key-caller'
import { OAuthFault, unknownClient } from './fault'
import type { Form } from './form'
import { TOKEN_PATH } from './paths'

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export type Client = { asker: PresentedKey | KeyCaller; clientId: string }

/** Who asks: by a key of the account (client_secret_basic) or by an assertion that one of its keys signed (private_key_jwt). One of the two. */
export async function clientOf(request: ApiRequest, form: Form, peer: Peer): Promise<Client> {
  const header = request.headers.get('authorization')
  const assertion = form.get('client_assertion')
  if (form.get('client_secret') !== undefined) throw unknownClient() // never a method here
  if (header !== null && assertion !== undefined)
    throw new OAuthFault('invalid_request', 'A client proves itself in one way at a time.')
  const origin = originOf(request, peer)
  const client =
    assertion === undefined ? byKey(header, origin) : await byAssertion(form, assertion, origin)
  const named = form.get('client_id')
  if (named !== undefined && named !== client.clientId) throw unknownClient()
  return client
}

/** RFC 6749 §2.3.1: both halves are form-encoded. */
function byKey(header: string | null, origin: Origin): Client {
  const [clientId, secret] = basic(header)
  const parts = secret === undefined ? null : parseApiKey(secret)
  if (!clientId || !secret || !parts) throw unknownClient()
  const { publicId } = parts
  return {
    clientId,
    asker: { kind: 'presented_key', publicId, secretHash: sha256(secret), origin },
  }
}

function basic(header: string | null): string[] {
  const [, coded] = /^Basic +([A-Za-z0-9+/=]{1,2000}) *$/i.exec(header ?? '') ?? []
  if (!coded) return []
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(coded, 'base64').toString('utf8')) ?? []
  try {
    return [id, secret].map((text) => decodeURIComponent((text ?? '').replace(/\+/g, ' ')))
  } catch {
    return []
  }
}

async function byAssertion(form: Form, assertion: string, origin: Origin): Promise<Client> {
  if (form.require('client_assertion_type') !== JWT_BEARER) throw unknownClient()
  await limited(origin)
  const clientId = claimedClient(assertion)
  const account = clientId ? await findClient(clientId) : null
  if (!account || !clientId) throw unknownClient()
  const issuer = issuerOfTokens()
  const proven = await provenAssertion(assertion, account.keys, {
    clientIds: [clientId],
    audience: [issuer, `${issuer}${TOKEN_PATH}`],
    now: new Date(),
  })
  if (!proven) throw unknownClient()
  const { organizationId, id: membershipId } = account
  const hash = sha256(`${membershipId}\n${proven.jti}`)
  if (!(await spendAssertion(organizationId, hash, proven.expiresAt))) throw unknownClient()
  return {
    clientId,
    asker: { kind: 'key', organizationId, membershipId, keyId: proven.keyId, origin },
  }
}

/** What a stranger makes this server compute and ask for. */
export async function limited({ address }: Origin): Promise<void> {
  const wait = await consume('token', address)
  if (wait === null) return
  throw new OAuthFault('temporarily_unavailable', `Too many tries. Again in ${wait} s.`, 429, wait)
}

/** Runs a use case as the client; of a key nothing gets out unless a door let it in. */
export function runAs<U extends UseCase & { scope: 'organization' }>(
  { asker }: Client,
  use: U,
  input: InputOf<U>,
): Promise<OutputOf<U>> {
  const run = () => execute(use, asker as never, input)
  return asker.kind === 'presented_key' ? provenBy(asker, run) : run()
}
