// @ts-check
import autocannon from 'autocannon'

export const CONNECTIONS = 8

/**
 * One request, or one made anew each time. @typedef {{ method?: 'GET' | 'POST' | 'PUT', path: string, headers?: Record<string, string>, body?: string }} Ask
 * @typedef {{ program: import('./program.js').Program, ask: Ask | (() => Ask) }} Work
 * @typedef {{ perSecond: number, cpu: number, failed: number, latency: number }} Measure requests a second, ms of CPU per request
 */

/**
 * As many requests as eight connections get answered, and the CPU of the answering process alone.
 * @param {Work} work @param {number} seconds @returns {Promise<Measure>}
 */
export async function measure({ program, ask }, seconds) {
  const before = await program.ask('usage')
  const began = performance.now()
  const result = await drive(program.url, ask, { duration: seconds })
  const took = (performance.now() - began) / 1000
  const after = await program.ask('usage')
  const good = result['2xx']
  return {
    perSecond: good / took,
    cpu: (after.cpu - before.cpu) / Math.max(1, result.requests.total),
    failed: result.non2xx + result.errors + result.timeouts,
    latency: result.latency.p50,
  }
}

/** @param {Work} work @param {number} amount */
export const repeat = ({ program, ask }, amount) => drive(program.url, ask, { amount })

/** @param {string} url @param {Work['ask']} ask @param {{ duration?: number, amount?: number }} limit */
function drive(url, ask, limit) {
  const request =
    typeof ask === 'function'
      ? { setupRequest: (/** @type {object} */ given) => ({ ...given, ...filled(ask()) }) }
      : filled(ask)
  return autocannon({
    url,
    connections: CONNECTIONS,
    timeout: 30,
    ...limit,
    requests: /** @type {any} */ ([request]),
  })
}

/** @param {Ask} ask */
const filled = ({ method = 'GET', headers = {}, ...rest }) => ({
  method,
  ...rest,
  headers: rest.body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
})

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = Number.NaN] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]]
  return (low + high) / 2
}
