// @ts-check

const safe = ['GET', 'HEAD', 'OPTIONS']
const pageMethods = ['GET', 'HEAD']
const callMethods = ['GET', 'POST']

/**
 * Whether a path means the same to everybody who reads it. Escapes that are none, dot segments and backslashes do not:
 * the server in front, Next and the API would each see another path.
 * @param {string} path
 */
export function isPlainPath(path) {
  if (/\\|(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return false
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** RFC 9112 §3.2: more than one Host is an attack on whoever reads another one of them. @param {string[]} rawHeaders */
export function namesOneHost(rawHeaders) {
  const names = rawHeaders.filter((_, index) => index % 2 === 0)
  return names.filter((name) => name.toLowerCase() === 'host').length <= 1
}

/**
 * A request that a page of another site may have had a browser send. Cookies are SameSite=Lax, which lets sub-domains and
 * other ports through, and browsers name the site (Sec-Fetch-Site) behind https alone. So a write says where it comes from;
 * clients of the API, which are no browsers, need not.
 * @param {{ method?: string, headers: import('node:http').IncomingHttpHeaders }} req
 * @param {readonly string[]} own origins
 * @param {boolean} isApi
 */
export function isForeign({ method = 'GET', headers }, own, isApi) {
  const { origin } = headers
  if (origin !== undefined && !own.includes(origin)) return true
  if (safe.includes(method)) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin === undefined && !isApi
}

/**
 * The methods of pages, of the console's own reads and of sign-in; the API answers for its own. A page takes POST from a
 * server action alone, which names itself. Null: this one is right.
 * @param {{ method?: string, headers: import('node:http').IncomingHttpHeaders }} req
 * @param {string} path
 */
export function methodsInstead({ method = 'GET', headers }, path) {
  if (method === 'POST' && isAction(headers['next-action']) && !path.startsWith('/api/'))
    return null
  const isCall = path.startsWith('/api/') && !/^\/api\/(?:health|ready)\/?$/.test(path)
  const methods = isCall ? callMethods : pageMethods
  return methods.includes(method) ? null : methods
}

const isAction = (/** @type {unknown} */ id) =>
  typeof id === 'string' && /^[0-9a-f]{40,64}$/.test(id)

/**
 * Next answers 500 to a router state that it cannot read; without one it sends the whole page.
 * @param {import('node:http').IncomingHttpHeaders} headers changed in place
 */
export function dropAstray(headers) {
  const name = 'next-router-state-tree'
  const given = headers[name]
  if (given !== undefined && !isTree(parsed(String(given)))) delete headers[name]
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(decodeURIComponent(text))
  } catch {
    return null
  }
}

/** @param {unknown} node @param {number} depth @returns {boolean} */
function isTree(node, depth = 0) {
  if (!Array.isArray(node) || node.length < 2 || depth > 50) return false
  const [segment, children] = node
  if (typeof segment !== 'string' && !Array.isArray(segment)) return false
  if (typeof children !== 'object' || children === null || Array.isArray(children)) return false
  return Object.values(children).every((child) => isTree(child, depth + 1))
}
