// @ts-check
import { clientAddress, trustList } from './address.js'
import { ownHeaders, requestIdFrom } from './headers.js'

/**
 * @typedef {{ requestId: string, askedAs: string | undefined, address: string, host: string, protocol: string, url: string, path: string }} Known
 * What the listener knows about a request: `url` is path and query, `path` goes into logs.
 */

/**
 * Reads who sent a request and where to, believing X-Forwarded-* from trusted proxies only, and writes what it
 * found over what the client may have claimed.
 * @param {Pick<import('./config.js').ReadEnv, 'PUBLIC_URL' | 'TRUSTED_PROXIES'>} env
 * @returns {(req: import('node:http').IncomingMessage) => Known}
 */
export function intake(env) {
  const trusted = trustList(env.TRUSTED_PROXIES)
  const own = new URL(env.PUBLIC_URL)
  return (req) => {
    const { headers, socket } = req
    const viaProxy = trusted(clientAddress(socket.remoteAddress, undefined, () => false))
    const forwarded = (/** @type {string} */ name) =>
      viaProxy ? lastOf(headers[`x-forwarded-${name}`]) : undefined
    const host = forwarded('host') ?? headers.host ?? ''
    const scheme = forwarded('proto') === 'https' ? 'https' : 'http'
    // A client that joins "https://host/" and "/api/v2" asks for //api/v2.
    const url = (req.url ?? '/').replace(/^\/{2,}/, '/')
    const known = {
      askedAs: headerSafe(headers['x-request-id']),
      requestId: requestIdFrom(viaProxy ? headers['x-request-id'] : undefined),
      address: clientAddress(
        socket.remoteAddress,
        String(headers['x-forwarded-for'] ?? ''),
        trusted,
      ),
      host,
      protocol: host.toLowerCase() === own.host ? own.protocol.slice(0, -1) : scheme,
      url,
      path: url.split(/[?#]/, 1)[0] ?? '/',
    }
    req.url = url
    ownHeaders(headers, known)
    return known
  }
}

/** @param {string | string[] | undefined} value */
function lastOf(value) {
  return (
    String(value ?? '')
      .split(',')
      .at(-1)
      ?.trim() || undefined
  )
}

/** What may be sent back as it came. @param {string | string[] | undefined} value */
const headerSafe = (value) =>
  typeof value === 'string' && /^[!-~]{1,200}$/.test(value) ? value : undefined
