// @ts-check
import { createServer } from 'node:http'
import { hostCheck } from './address.js'
import { answerJson, answerProblem, answerText } from './answer.js'
import { answerReady, callApi, isApi } from './api.js'
import { builtFiles } from './assets.js'
import { announcesTooMuch, bodyLimit, limitBody, TooLarge } from './body.js'
import { dropAstray, isForeign, isPlainPath, methodsInstead, namesOneHost } from './guard.js'
import { commonHeaders, isAsset, pageHeaders } from './headers.js'
import { intake } from './intake.js'
import { at } from './setup/paths.js'

/**
 * @typedef {import('node:http').IncomingMessage} Incoming
 * @typedef {import('node:http').ServerResponse} Outgoing
 * @typedef {{ phase: 'starting' | 'ready' | 'stopping' }} State
 */

// Milliseconds. The first outlives the idle time of usual proxies, so that it is they who close.
const times = { keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 60_000 }
const notFromHere = 'This came from a page of another site. Nothing was done.'
const tooLarge = `A request may carry ${bodyLimit} bytes at most.`

/**
 * One process, one port: the HTTP API goes to the registered API function, everything else to Next.
 * @param {{
 *   env: Pick<import('./config.js').ReadEnv, 'PUBLIC_URL' | 'TRUSTED_PROXIES'>,
 *   log: import('pino').Logger,
 *   next: (req: Incoming, res: Outgoing) => Promise<void>,
 *   state: State,
 * }} parts
 */
export function createListener({ env, log, next, state }) {
  const take = intake(env)
  // Its lines have seven fields of our own and nothing to hide by name; what stands in them is scrubbed like all.
  const lines = log.child({}, { redact: [] })
  const knownHost = hostCheck(env.PUBLIC_URL)
  const common = commonHeaders(env.PUBLIC_URL)
  const answerBuilt = builtFiles(at('.next/static'))

  const server = createServer(times, (req, res) => {
    const known = take(req)
    for (const [name, value] of common) res.setHeader(name, value)
    res.setHeader('x-request-id', known.requestId)
    if (state.phase === 'stopping') res.setHeader('connection', 'close')
    logWhenDone(lines, req, res, known)
    route(req, res, known).catch((error) => {
      if (error instanceof TooLarge) return answerProblem(res, 413, 'payload_too_large', tooLarge)
      if (res.destroyed) return
      log.error({ err: error, request_id: known.requestId, path: known.path }, 'request failed')
      const detail = `Something went wrong here. The log has it under ${known.requestId}.`
      answerProblem(res, 500, 'internal', detail)
    })
  })
  // Whoever asks first whether to send its body is told no before it does.
  server.on('checkContinue', (req, res) => {
    if (!announcesTooMuch(req)) res.writeContinue()
    server.emit('request', req, res)
  })
  return server

  /** @param {Incoming} req @param {Outgoing} res @param {import('./intake.js').Known} known */
  async function route(req, res, known) {
    const { host, path, url } = known
    if (!namesOneHost(req.rawHeaders)) return answerText(res, 400, 'A request names one host.')
    if (!knownHost(host))
      return answerText(
        res,
        421,
        `Gatehouse does not answer at this address. Use ${env.PUBLIC_URL}`,
      )
    const calls = isApi(url)
    if (!url.startsWith('/') || !(calls || isPlainPath(path)))
      return answerText(res, 400, 'This is not an address on this server.')
    if (announcesTooMuch(req)) return answerProblem(res, 413, 'payload_too_large', tooLarge)
    if (isForeign(req, [env.PUBLIC_URL, new URL(`${known.protocol}://${host}`).origin], calls))
      return answerProblem(res, 403, 'forbidden', notFromHere)
    const methods = calls ? null : methodsInstead(req, path)
    if (methods) {
      res.setHeader('allow', methods.join(', '))
      return answerProblem(res, 405, 'method_not_allowed', `Use ${methods.join(' or ')} here.`)
    }
    if (path === '/api/health') return answerJson(res, 200, { status: 'ok' })
    if (path === '/api/ready') return answerReady(res, state)
    if (state.phase === 'starting') {
      res.setHeader('retry-after', '2')
      return answerProblem(res, 503, 'unavailable', 'Gatehouse is starting. Try again in a moment.')
    }
    if (calls) return callApi(req, res, known)
    dropAstray(req.headers)
    pageHeaders(req, res)
    const built = answerBuilt(req, res, path)
    if (built && (await built)) return
    unavailableAsSuch(res, known.requestId)
    limitBody(req, () => answerProblem(res, 413, 'payload_too_large', tooLarge))
    await next(req, res)
  }
}

/**
 * A page that failed because the database is away says 503 instead of Next's 500, for proxies and monitors.
 * @param {Outgoing} res @param {string} requestId
 */
function unavailableAsSuch(res, requestId) {
  const { writeHead } = res
  const away = () => globalThis.__gatehouse?.away
  res.writeHead = (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
    const unavailable = status === 500 && away()?.has(requestId)
    if (unavailable) res.setHeader('retry-after', '2')
    return Reflect.apply(writeHead, res, [unavailable ? 503 : status, ...rest])
  }
  res.once('close', () => away()?.delete(requestId))
}

/**
 * One line per request: the path without its query, which may carry a token.
 * @param {import('pino').Logger} log @param {Incoming} req @param {Outgoing} res
 * @param {import('./intake.js').Known} known
 */
function logWhenDone(log, req, res, { requestId, path, address }) {
  const began = performance.now()
  const { socket } = req
  const before = socket.bytesWritten
  res.once('close', () => {
    const ms = Math.round((performance.now() - began) * 10) / 10
    const bytes = socket.bytesWritten - before
    const line = {
      method: req.method,
      path,
      status: res.statusCode,
      ms,
      bytes,
      address,
      request_id: requestId,
    }
    if (!res.writableFinished) log.warn({ ...line, aborted: true }, 'request')
    else if (isAsset(path) || path === '/api/health' || path === '/api/ready')
      log.debug(line, 'request')
    else log.info(line, 'request')
  })
}
