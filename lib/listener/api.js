// @ts-check
import { answerJson, answerProblem, send } from './answer.js'
import { hasBody, readBody } from './body.js'
import { ApiRequest } from './request.js'

const prefixes =
  /^\/(?:api\/v2|api\/gatehouse|ext\/v0|access\/v1|scim\/v2|oauth2|\.well-known\/(?:authzen-configuration|oauth-authorization-server))(?=[/?]|$)/

/** Tells whether a path belongs to the HTTP API. @param {string} url */
export function isApi(url) {
  return prefixes.test(url)
}

/**
 * Has a request answered by the API function that instrumentation.ts registered.
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {import('./intake.js').Known} known
 */
export async function callApi(req, res, { protocol, host, url, address, requestId, askedAs }) {
  // AuthZEN 1.0 §10.1.3: the client's own word for its request comes back. In our log it has ours.
  if (askedAs && url.startsWith('/access/v1/')) res.setHeader('x-request-id', askedAs)
  const answer = globalThis.__gatehouse?.api
  if (!answer) return answerProblem(res, 503, 'unavailable', 'The API is not registered yet.')
  if (req.method === 'TRACE') {
    res.setHeader('allow', 'GET, POST, PUT, PATCH, DELETE')
    return answerProblem(res, 405, 'method_not_allowed', 'There is no TRACE here.')
  }
  const readable = req.method !== 'GET' && req.method !== 'HEAD' && hasBody(req)
  const body = readable ? await readBody(req) : null
  const request = new ApiRequest(req, res, `${protocol}://${host}${url}`, body)
  res.setHeader('cache-control', 'no-store')
  await send(await answer(request, { address, requestId }), req, res)
}

/**
 * GET /api/ready: 200 once requests can be served, else 503 with one word.
 * @param {import('node:http').ServerResponse} res
 * @param {{ phase: string }} state
 */
export async function answerReady(res, { phase }) {
  const reason = phase === 'ready' ? await whyNot() : phase
  if (reason) answerJson(res, 503, { status: 'unavailable', reason })
  else answerJson(res, 200, { status: 'ok' })
}

async function whyNot() {
  const { api, ready } = globalThis.__gatehouse ?? {}
  if (!api || !ready) return 'api'
  try {
    const found = await ready()
    return found.ready ? null : found.reason
  } catch {
    return 'database'
  }
}
