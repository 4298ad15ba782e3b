import 'server-only'
import { isProblem } from '@/lib/kernel/problem'
import { asProblem } from '@/lib/kernel/unavailable'
import type { TextAnswer } from '@/lib/listener/gatehouse'
import { failureBody } from '../failure'

/** RFC 6749 §5.2, RFC 8693 §2.2.2, RFC 7009 §2.2.1 */
export type OAuthCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'invalid_target'
  | 'temporarily_unavailable'
  | 'server_error'

/** A refusal in the words of OAuth. The description is ASCII without quotes (§5.2). */
export class OAuthFault extends Error {
  readonly isOAuthFault = true
  constructor(
    readonly code: OAuthCode,
    description: string,
    readonly status = code === 'invalid_client' ? 401 : 400,
    readonly retryAfter?: number,
  ) {
    super(description)
  }
}

export const isFault = (error: unknown): error is OAuthFault =>
  (error as { isOAuthFault?: boolean } | null)?.isOAuthFault === true

/** §5.1: neither tokens nor refusals are kept by anybody. */
const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' }

export const oauthAnswer = (value: object | null, status = 200, more = {}): TextAnswer => ({
  status,
  headers: { ...NO_STORE, 'content-type': 'application/json', ...more },
  body: value === null ? '' : JSON.stringify(value),
})

/** Anything thrown, as OAuth says it. */
export function faultAnswer(error: unknown, requestId: string): TextAnswer {
  const { code, message, status, retryAfter } = isFault(error) ? error : faultOf(error, requestId)
  const body = { error: code, error_description: plain(message) }
  return oauthAnswer(body, status, {
    ...(status === 401 && { 'www-authenticate': 'Basic realm="Gatehouse", charset="UTF-8"' }),
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    'x-trace-id': requestId,
  })
}

function faultOf(thrown: unknown, requestId: string): OAuthFault {
  const problem = asProblem(thrown)
  const { status, code, detail, retry_after, errors } = failureBody(thrown, requestId)
  if (!isProblem(problem)) return new OAuthFault('server_error', detail, 500)
  if (code === 'unauthenticated') return unknownClient()
  if (code === 'forbidden' || code === 'conflict')
    return new OAuthFault('unauthorized_client', detail)
  if (code === 'invalid_input') {
    const scope = errors?.some(({ pointer }) => pointer === '#/scope')
    return new OAuthFault(scope ? 'invalid_scope' : 'invalid_request', detail)
  }
  if (status === 429 || status === 503)
    return new OAuthFault('temporarily_unavailable', detail, status, retry_after)
  return new OAuthFault(status === 404 ? 'invalid_request' : 'server_error', detail, status)
}

/** One text, whatever is wrong with it. */
export const unknownClient = () =>
  new OAuthFault(
    'invalid_client',
    'The client is not known, or what it proves itself with does not count.',
  )

const plain = (text: string) =>
  text
    .replace(/[“”"]/g, "'")
    .replace(/’/g, "'")
    .replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '')
