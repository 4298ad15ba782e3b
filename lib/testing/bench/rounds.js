// @ts-check
import { at, write } from '../../listener/setup/paths.js'
import { measure, median } from './load.js'

/**
 * @typedef {{ id: string, group: string, work: import('./load.js').Work }} Entry
 * @typedef {{ perSecond: number, cpu: number, failed: number, spread: number }} Result
 */

/**
 * Measures each entry once a round, so that what disturbs the machine disturbs them all; medians.
 * @param {readonly Entry[]} entries @param {{ rounds: number, seconds: number, profile: boolean }} options
 * @param {(line: string) => void} say @returns {Promise<Map<string, Result>>} by `group/id`
 */
export async function measureAll(entries, { rounds, seconds, profile }, say) {
  /** @type {Map<string, import('./load.js').Measure[]>} */
  const all = new Map()
  for (let round = 1; round <= rounds; round++) {
    for (const { id, group, work } of entries) {
      await measure(work, round === 1 ? 1.5 : 0.3) // warm
      const found = await measure(work, seconds)
      const name = `${group}/${id}`
      all.set(name, [...(all.get(name) ?? []), found])
      say(
        `round ${round}  ${name.padEnd(22)} ${found.perSecond.toFixed(0).padStart(6)}/s  ${found.cpu.toFixed(2)} ms  p50 ${found.latency} ms${found.failed ? `  ${found.failed} FAILED` : ''}`,
      )
    }
  }
  // Apart from what is counted: a profile costs the process it looks into.
  if (profile) for (const entry of entries) await profiled(entry, seconds)
  return new Map([...all].map(([name, list]) => [name, summed(list)]))
}

/** @param {Entry} entry @param {number} seconds */
async function profiled({ id, group, work }, seconds) {
  await work.program.ask('profile')
  await measure(work, seconds)
  const profile = JSON.stringify(await work.program.ask('profiled'))
  write(at('.cache/bench', `${group}-${id}.cpuprofile`), profile)
}

/** @param {import('./load.js').Measure[]} list */
function summed(list) {
  const rates = list.map(({ perSecond }) => perSecond)
  return {
    perSecond: median(rates),
    cpu: median(list.map(({ cpu }) => cpu)),
    failed: list.reduce((sum, { failed }) => sum + failed, 0),
    spread: Math.max(...rates) / Math.min(...rates),
  }
}
