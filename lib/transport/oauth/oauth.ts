import 'server-only'
import type { ApiAnswer, ApiRequest } from '@/lib/listener/gatehouse'
import { issueToken } from '@/lib/modules/tokens/commands/issue-token'
import { revokeToken } from '@/lib/modules/tokens/commands/revoke-token'
import { introspectToken } from '@/lib/modules/tokens/queries/introspect-token'
import { sha256 } from '@/lib/platform/crypto/hash'
import { issuerOfTokens, publicKeySet, readAccessToken } from '@/lib/platform/jose/access-token'
import { jsonAnswer } from '../api/answer'
import type { Peer } from '../api/key-caller'
import { type Client, clientOf, runAs } from './client'
import { exchange, TOKEN_EXCHANGE } from './exchange'
import { faultAnswer, OAuthFault, oauthAnswer } from './fault'
import { readForm } from './form'
import { authorizationServer } from './metadata'
import { INTROSPECT_PATH, JWKS_PATH, METADATA_PATH, REVOKE_PATH, TOKEN_PATH } from './paths'
import { requireTarget, tokenBody } from './token-body'

type Answering = (request: ApiRequest, peer: Peer) => Promise<ApiAnswer>

const posts: Record<string, Answering> = {
  [TOKEN_PATH]: token,
  [INTROSPECT_PATH]: introspect,
  [REVOKE_PATH]: revoke,
}
const gets: Record<string, Answering> = {
  [METADATA_PATH]: async () => jsonAnswer(authorizationServer(), 200),
  [JWKS_PATH]: async () => {
    const answer = jsonAnswer(await publicKeySet(), 200)
    return { ...answer, headers: { ...answer.headers, 'cache-control': 'public, max-age=3600' } }
  },
}

/** What answers at a path, and by which method; undefined: nothing of OAuth is there. */
export function oauthAt(path: string): { method: 'GET' | 'POST'; answer: Answering } | undefined {
  const at = path.replace(/\/$/, '')
  const post = posts[at]
  if (post) return { method: 'POST', answer: saying(post) }
  const get = gets[at]
  return get && { method: 'GET', answer: get }
}

const saying =
  (answer: Answering): Answering =>
  (request, peer) =>
    answer(request, peer).catch((error: unknown) => faultAnswer(error, peer.requestId))

/** RFC 6749 §4.4 and RFC 8693. There is no refresh token: whoever may ask, asks again. */
async function token(request: ApiRequest, peer: Peer): Promise<ApiAnswer> {
  const form = await readForm(request)
  const grant = form.require('grant_type')
  if (grant === TOKEN_EXCHANGE) return oauthAnswer(await exchange(request, form, peer))
  if (grant !== 'client_credentials')
    throw new OAuthFault('unsupported_grant_type', 'Use client_credentials or token-exchange.')
  requireTarget([form.get('resource'), form.get('audience')])
  const client = await clientOf(request, form, peer)
  const { clientId } = client
  const given = await runAs(client, issueToken, { clientId, scope: form.get('scope') })
  return oauthAnswer(tokenBody(given))
}

/** RFC 7662: of what does not count, or is another organization's, nothing is said but that. */
async function introspect(request: ApiRequest, peer: Peer): Promise<ApiAnswer> {
  const form = await readForm(request)
  const client = await clientOf(request, form, peer)
  const text = form.require('token')
  const { token: found } = await runAs(client, introspectToken, await presented(client, text))
  if (!found) return oauthAnswer({ active: false })
  const { clientId, scope, act, issuedAt, expiresAt } = found
  const issuer = issuerOfTokens()
  return oauthAnswer({
    active: true,
    ...{ scope, client_id: clientId, sub: clientId, token_type: 'Bearer' },
    ...{ iss: issuer, aud: issuer, iat: seconds(issuedAt), exp: seconds(expiresAt) },
    ...(act && { act }),
  })
}

/** RFC 7009 §2.2: 200 also for what is unknown. */
async function revoke(request: ApiRequest, peer: Peer): Promise<ApiAnswer> {
  const form = await readForm(request)
  const client = await clientOf(request, form, peer)
  await runAs(client, revokeToken, await presented(client, form.require('token')))
  return oauthAnswer(null)
}

const seconds = (moment: string) => Math.floor(Date.parse(moment) / 1_000)
const NOBODYS = `tok_${'0'.repeat(26)}`

/** What a text names as a token of ours. One that is none is looked for all the same: it takes as long, and the client is asked. */
async function presented({ clientId }: Client, text: string) {
  const named = await readAccessToken(text)
  return { clientId, tokenId: named?.tokenId ?? NOBODYS, hash: sha256(text) }
}
