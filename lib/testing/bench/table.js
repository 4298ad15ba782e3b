// @ts-check
import { floorRows, rows } from './rows.js'

/** @typedef {{ work: string, perSecond: string, cpu: string, ratio: string, target: string, met: string }} Line */

/** What the embedded database must reach of each target. */
const SHARE = { pg: 1, pglite: 1 / 3 }

/** @param {Map<string, import('./rounds.js').Result>} results @returns {Line[]} */
export function floorLines(results) {
  return floorRows.flatMap(({ id, work }) => {
    const found = results.get(`floor/${id}`)
    return found ? [{ work, ...figures(found), ratio: '', target: '', met: '' }] : []
  })
}

/** @param {'pg' | 'pglite'} engine @param {Map<string, import('./rounds.js').Result>} results @returns {Line[]} */
export function engineLines(engine, results) {
  return rows.flatMap((row) => {
    const found = results.get(`${engine}/${row.id}`)
    if (!found) return []
    const { ratio, target, met } = verdict(row, engine, found, results)
    const failed = found.failed > 0
    const work = failed ? `${row.work} (${found.failed} failed)` : row.work
    return [{ work, ...figures(found), ratio, target, met: met && !failed ? 'met' : 'not met' }]
  })
}

/** @param {import('./rounds.js').Result} result */
const figures = ({ perSecond, cpu }) => ({ perSecond: perSecond.toFixed(0), cpu: cpu.toFixed(2) })

/** @param {import('./rows.js').Row} row @param {'pg' | 'pglite'} engine @param {import('./rounds.js').Result} found @param {Map<string, import('./rounds.js').Result>} results */
function verdict(row, engine, found, results) {
  const floor = row.floor && results.get(`floor/${row.floor}`)
  const ofFloor = floor ? found.perSecond / floor.perSecond : Number.NaN
  const ratio = floor ? `${ofFloor.toFixed(2)} × ${row.floor}` : ''
  if (row.ratio !== undefined) {
    const least = row.ratio * SHARE[engine]
    return { ratio, target: `${least.toFixed(2)} × ${row.floor}`, met: ofFloor >= least }
  }
  if (row.within) {
    const { of, times } = row.within
    const other = results.get(`${engine}/${of}`)
    const slower = other ? other.perSecond / found.perSecond : Number.NaN
    const name = rows.find(({ id }) => id === of)?.work
    return {
      ratio: `${slower.toFixed(2)} × as long`,
      target: `within ${times} × ${name}`,
      met: slower <= times,
    }
  }
  const least = (row.perSecond ?? 0) * SHARE[engine]
  return { ratio, target: `${least.toFixed(0)} a second`, met: found.perSecond >= least }
}

const heads = {
  work: 'work',
  perSecond: 'requests/s',
  cpu: 'ms CPU',
  ratio: 'of its floor',
  target: 'target',
  met: '',
}
const columns = /** @type {(keyof Line)[]} */ (Object.keys(heads))

/** @param {readonly Line[]} lines */
export function markdown(lines) {
  const row = (/** @type {Line} */ line) => `| ${columns.map((name) => line[name]).join(' | ')} |`
  const rule = `|${columns.map((name) => (/perSecond|cpu/.test(name) ? '---:|' : '---|')).join('')}`
  return [row(heads), rule, ...lines.map(row)].join('\n')
}

/** @param {readonly Line[]} lines */
export function plain(lines) {
  const all = [heads, ...lines]
  const wide = columns.map((name) => Math.max(...all.map((line) => line[name].length)))
  return all
    .map((line) =>
      columns
        .map((name, at) =>
          /perSecond|cpu/.test(name)
            ? line[name].padStart(wide[at] ?? 0)
            : line[name].padEnd(wide[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
