// @ts-check
import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { at, textOf, write } from '../../listener/setup/paths.js'
import { isSteady } from './memory.js'
import { engineLines, floorLines, markdown, plain } from './table.js'

/**
 * @typedef {{ startUp?: number, memory?: import('./memory.js').Sample[], browser?: { interactive: number, scripts: number, files: number } }} More
 * @typedef {{
 *   results: Map<string, import('./rounds.js').Result>, more: Partial<Record<'pg' | 'pglite', More>>,
 *   version: string, options: import('./options.js').Options, seconds: number,
 * }} Found
 */

const engines = /** @type {const} */ ([
  ['pg', 'PostgreSQL'],
  ['pglite', 'PGlite, embedded (targets: a third)'],
])

/** The tables for a terminal, or for a page. @param {Found} found @param {'plain' | 'markdown'} form */
export function tables({ results, more }, form) {
  const [table, head] = form === 'plain' ? [plain, ''] : [markdown, '### ']
  const parts = []
  const floors = floorLines(results)
  if (floors.length > 0) parts.push(`${head}Floors`, table(floors))
  for (const [engine, name] of engines) {
    const lines = [...engineLines(engine, results), ...moreLines(more[engine] ?? {})]
    if (lines.length > 0) parts.push(`${head}${name}`, table(lines))
  }
  return parts.join('\n\n')
}

/** @param {More} more @returns {import('./table.js').Line[]} */
function moreLines({ browser, startUp, memory }) {
  const none = { perSecond: '', cpu: '' }
  const met = (/** @type {boolean} */ is) => (is ? 'met' : 'not met')
  const last = memory?.at(-1)
  const grown = memory?.map(({ rss, heap }) => `${rss}/${heap}`).join(', ')
  return [
    ...(browser
      ? [
          {
            work: 'Users page, interactive in Chromium',
            ...none,
            ratio: `${Math.round(browser.interactive)} ms`,
            target: 'under 1,000 ms',
            met: met(browser.interactive < 1_000),
          },
          {
            work: `Users page, its ${browser.files} scripts, gzip`,
            ...none,
            ratio: `${Math.round(browser.scripts)} kB`,
            target: 'under 200 kB',
            met: met(browser.scripts < 200),
          },
        ]
      : []),
    ...(startUp === undefined
      ? []
      : [
          {
            work: 'second npm start, to the first answer',
            ...none,
            ratio: `${startUp.toFixed(1)} s`,
            target: 'under 5 s',
            met: met(startUp < 5),
          },
        ]),
    ...(memory && last
      ? [
          {
            work: `memory after ${last.requests.toLocaleString('en')} list requests`,
            ...none,
            ratio: `${grown} MB RSS/heap`,
            target: 'RSS under 500 MB, not growing',
            met: met(isSteady(memory)),
          },
        ]
      : []),
  ]
}

/** @param {Found} found */
export function description({ version, options, seconds }) {
  const commit =
    git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? ' and changes' : '')
  const date = new Date().toISOString().slice(0, 10)
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    `${date}, commit ${commit}. ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${memory} GB, Node ${process.versions.node}, ${version} with fsync on.`,
    `${options.rounds} interleaved rounds of ${options.seconds} s for each row, 8 connections, medians; the whole run took ${Math.round(seconds / 60)} minutes. The load, the server and PostgreSQL share the cores.`,
    'CPU is that of the answering Node process alone, all of its threads, for each request; PostgreSQL’s and the load’s are not in it, PGlite’s is.',
  ].join('\n')
}

/** @param {...string} args */
function git(...args) {
  try {
    return execFileSync('git', args, { cwd: at(), encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

const [begin, end] = ['<!-- bench -->', '<!-- /bench -->']

/** @param {Found} found */
export function writeNote(found) {
  const file = at('docs/performance.md')
  const old = textOf(file) || `# Performance\n\n${begin}\n${end}\n`
  const [before = '', rest = ''] = old.split(begin)
  const after = rest.split(end)[1] ?? '\n'
  const text = `${description(found)}\n\n${tables(found, 'markdown')}`
  write(file, `${before}${begin}\n${text}\n${end}${after}`)
}
