import 'server-only'
import type { ProblemBody } from '@/lib/domain/problems'
import type { ApiAnswer, ApiRequest, TextAnswer } from '@/lib/listener/gatehouse'
import { failureBody } from '../failure'
import type { Peer } from './key-caller'

const NO_STORE = { 'cache-control': 'no-store' }

export function jsonAnswer(value: unknown, status: number): TextAnswer {
  if (value === undefined) return { status: 204, headers: { ...NO_STORE }, body: null }
  const headers = { ...NO_STORE, 'content-type': 'application/json' }
  return { status, headers, body: JSON.stringify(value) }
}

/** The same as a web Response, for whoever is not our listener. */
export const asResponse = (answer: ApiAnswer): Response =>
  answer instanceof Response ? answer : new Response(answer.body, answer)

/** RFC 9457, with the member `error.detail` that clients of the documented API read. */
export function problemAnswer(error: unknown, request: ApiRequest, peer: Peer): TextAnswer {
  const body = failureBody(error, peer.requestId)
  const document = {
    ...body,
    instance: shownPath(new URL(request.url).pathname),
    error: { detail: body.detail },
  }
  return { status: body.status, headers: headersOf(body, peer), body: JSON.stringify(document) }
}

/** A path as an answer may repeat it: what was a secret and stands where none belongs, is not told on. */
export const shownPath = (path: string): string =>
  path.slice(0, 2_000).replace(/\b(?:agh|gth)_[a-z]+_[0-9A-Za-z]{8,}/g, '…')

const headersOf = ({ status, retry_after }: ProblemBody, { requestId }: Peer) => ({
  ...NO_STORE,
  'content-type': 'application/problem+json',
  ...(status === 401 && { 'www-authenticate': 'Bearer realm="Gatehouse"' }),
  ...(retry_after !== undefined && { 'retry-after': String(retry_after) }),
  'x-trace-id': requestId, // where the official client looks for it
})
