import 'server-only'
import type { ProblemBody } from '@/lib/domain/problems'
import { failureBody } from '../failure'
import type { Peer } from './key-caller'

const NO_STORE = { 'cache-control': 'no-store' }

const JSON_HEADERS = { ...NO_STORE, 'content-type': 'application/json' }
// The listener takes the text from here: reading it out of a stream again costs more than the rest of the answer.
const said = Symbol.for('gatehouse.said')

export function jsonAnswer(body: unknown, status: number): Response {
  if (body === undefined) return new Response(null, { status: 204, headers: NO_STORE })
  const text = JSON.stringify(body)
  return Object.assign(new Response(text, { status, headers: JSON_HEADERS }), { [said]: text })
}

/** RFC 9457, with the member `error.detail` that clients of the documented API read. */
export function problemAnswer(error: unknown, request: Request, peer: Peer): Response {
  const body = failureBody(error, peer.requestId)
  const document = {
    ...body,
    instance: shownPath(new URL(request.url).pathname),
    error: { detail: body.detail },
  }
  return new Response(JSON.stringify(document), {
    status: body.status,
    headers: headersOf(body, peer),
  })
}

/** A path as an answer may repeat it: what was a secret and stands where none belongs, is not told on. */
export const shownPath = (path: string): string =>
  path.slice(0, 2_000).replace(/\b(?:agh|gth)_[a-z]+_[0-9A-Za-z]{8,}/g, '…')

function headersOf({ status, retry_after }: ProblemBody, { requestId }: Peer) {
  const headers = new Headers(NO_STORE)
  headers.set('content-type', 'application/problem+json')
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="Gatehouse"')
  if (retry_after !== undefined) headers.set('retry-after', String(retry_after))
  headers.set('x-trace-id', requestId) // where the official client looks for it
  return headers
}
