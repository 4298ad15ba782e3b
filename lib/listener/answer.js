// @ts-check
import { once } from 'node:events'
import { STATUS_CODES } from 'node:http'
import { scrub } from './log.js'

/**
 * @typedef {import('node:http').IncomingMessage} Incoming
 * @typedef {import('node:http').ServerResponse} Outgoing
 */

/** Answers with a line for a person. @param {Outgoing} res @param {number} status @param {string} text */
export function answerText(res, status, text) {
  answer(res, status, 'text/plain; charset=utf-8', `${text}\n`)
}

/** @param {Outgoing} res @param {number} status @param {unknown} value */
export function answerJson(res, status, value) {
  answer(res, status, 'application/json', JSON.stringify(value))
}

/**
 * A refusal of the listener itself, in the form of the API's own (RFC 9457, with the member its clients read).
 * @param {Outgoing} res @param {number} status @param {string} code @param {string} detail
 */
export function answerProblem(res, status, code, detail) {
  const title = STATUS_CODES[status]
  const instance = scrub((res.req.url ?? '/').split('?', 1)[0] ?? '/')
  const request_id = res.getHeader('x-request-id')
  const problem = {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    code,
    instance,
    request_id,
    error: { detail },
  }
  // A server action's caller is Next, which hands on nothing of a refusal but a text of exactly this type.
  const type = res.req.headers['next-action'] ? 'text/plain' : 'application/problem+json'
  answer(res, status, type, JSON.stringify(problem))
}

/** @param {Outgoing} res @param {number} status @param {string} type @param {string} body */
function answer(res, status, type, body) {
  if (res.headersSent) return void res.destroy()
  res.statusCode = status
  res.setHeader('content-type', type)
  res.setHeader('cache-control', 'no-store')
  // Node does not read on in a body that nobody wants: the connection ends with the answer.
  if (!res.req.complete) res.setHeader('connection', 'close')
  res.end(body)
}

/**
 * Writes an answer of the API to the socket: one that is a text in one write, a web Response no faster than it is taken.
 * @param {import('./gatehouse.js').ApiAnswer} response @param {Incoming} req @param {Outgoing} res
 */
export async function send(response, req, res) {
  res.statusCode = response.status
  if (!(response instanceof Response)) {
    for (const name in response.headers) res.setHeader(name, response.headers[name] ?? '')
    return void (req.method === 'HEAD' || response.body === null
      ? res.end()
      : res.end(response.body)) // Node adds its length
  }
  for (const [name, value] of response.headers)
    if (name !== 'set-cookie') res.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  if (response.body === null || req.method === 'HEAD') {
    await response.body?.cancel()
    return void res.end()
  }
  if (/\bjson\b/.test(response.headers.get('content-type') ?? '')) {
    const body = Buffer.from(await response.arrayBuffer())
    res.setHeader('content-length', body.length)
    return void res.end(body)
  }
  for await (const chunk of response.body) {
    if (res.destroyed) return
    if (!res.write(chunk)) await Promise.race([once(res, 'drain'), once(res, 'close')])
  }
  res.end()
}
