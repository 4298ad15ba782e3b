// @ts-check
import { randomBytes } from 'node:crypto'

// Headers by which Next, a proxy or this listener speaks to the application. From outside they mean nothing.
const internal =
  /^(x-nonce|x-client-address|x-request-id|x-middleware-.*|x-nextjs-data|x-matched-path|x-now-route-matches|x-next-resume-state-length|next-resume|x-invoke-.*|x-forwarded-.*|forwarded|x-real-ip|content-security-policy|content-security-policy-report-only)$/

/**
 * Replaces what a client may not say about itself by what the listener knows.
 * @param {import('node:http').IncomingHttpHeaders} headers changed in place
 * @param {{ requestId: string, address: string, host: string, protocol: string, url: string }} known
 */
export function ownHeaders(headers, { requestId, address, host, protocol, url }) {
  for (const name of Object.keys(headers)) if (internal.test(name)) delete headers[name]
  headers['x-request-id'] = requestId
  headers['x-client-address'] = address
  headers['x-url'] = url // a page sends people to sign in and back here
  headers['x-forwarded-for'] = address
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol
}

/** `req_` and 24 characters, or what a trusted proxy already calls the request. @param {unknown} [given] */
export function requestIdFrom(given) {
  if (typeof given === 'string' && /^[\w.:-]{8,128}$/.test(given)) return given
  return `req_${randomBytes(12).toString('hex')}`
}

/** What every answer carries. @param {string} publicUrl @returns {[string, string][]} */
export function commonHeaders(publicUrl) {
  /** @type {[string, string][]} */
  const headers = [
    ['x-content-type-options', 'nosniff'],
    ['cross-origin-resource-policy', 'same-origin'],
    // Of data and refusals. Pages have their own.
    ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ]
  if (publicUrl.startsWith('https:'))
    headers.push(['strict-transport-security', 'max-age=31536000'])
  return headers
}

/**
 * What pages carry besides. The nonce goes to Next in the request's own content-security-policy header, which
 * is where Next looks for it. Styles in attributes come from Radix and the server's HTML.
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 */
export function pageHeaders(req, res) {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `object-src 'none'`,
  ].join('; ')
  req.headers['content-security-policy'] = policy
  req.headers['x-nonce'] = nonce
  res.setHeader('content-security-policy', policy)
  res.setHeader('x-frame-options', 'DENY')
  // A link that carries a token must not travel on as a referrer, not even within the console.
  res.setHeader('referrer-policy', carriesToken(req.url ?? '') ? 'no-referrer' : 'same-origin')
  res.setHeader(
    'permissions-policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  )
  res.setHeader('cross-origin-opener-policy', 'same-origin')
  if (!isAsset(req.url ?? '')) res.setHeader('cache-control', 'no-store')
}

/** @param {string} url */
function carriesToken(url) {
  return /[?&](invitation|token|code|key|ticket)=/.test(url)
}

/** Built files and those of public/, which Next serves with a life of their own. @param {string} url */
export function isAsset(url) {
  return /^\/_next\/static\/|^\/[\w.-]+\.(?:ico|png|svg|txt|webmanifest|woff2)(?:\?|$)/.test(url)
}
