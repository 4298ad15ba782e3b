// @ts-check
import { repeat } from './load.js'
import { rows } from './rows.js'

/** @typedef {{ requests: number, rss: number, heap: number }} Sample megabytes */

/**
 * What a fresh process holds after each fifth of so many list requests.
 * @param {import('./program.js').Program} program @param {import('./rows.js').Subject} data
 * @param {number} total @param {(line: string) => void} say @returns {Promise<Sample[]>}
 */
export async function memoryOf(program, data, total, say) {
  const ask = rows.find(({ id }) => id === 'list.first')?.ask(data)
  if (!ask) throw new Error('no list')
  const samples = []
  for (let requests = total / 5; requests <= total; requests += total / 5) {
    await repeat({ program, ask }, total / 5)
    const { rss, heap } = await program.ask('live')
    const sample = { requests, rss: Math.round(rss / 2 ** 20), heap: Math.round(heap / 2 ** 20) }
    say(`after ${requests} list requests: RSS ${sample.rss} MB, live heap ${sample.heap} MB`)
    samples.push(sample)
  }
  return samples
}

/** Below 500 MB, and the last two fifths added less than a twentieth. @param {readonly Sample[]} samples */
export function isSteady(samples) {
  const [, , third, , last] = samples
  if (!third || !last) return false
  return last.rss < 500 && last.rss <= third.rss * 1.05 && last.heap <= third.heap * 1.05 + 1
}
