// @ts-check
import { client } from '../listener/setup/client.js'
import { packages } from '../listener/setup/packages.js'
import { inTurn } from '../listener/setup/turn.js'
import { seconds, terminal } from '../listener/terminal.js'
import { browser } from './stages/browser.js'

/**
 * @typedef {import('./stages/exec.js').Stage} Stage
 * @typedef {{ name: string, ms: number, counts: import('./stages/exec.js').Counts }} Result
 */

// npm test: everything, with its own set-up. npm run check (--quick): the inner loop. The last line holds the counts.
const quick = process.argv.includes('--quick')
const out = terminal(process.stdout)
/** @type {Result[]} */
const results = []
/** @type {Set<string>} */
const now = new Set()
const began = performance.now()

out.say()
out.say(out.bold(quick ? 'Gatehouse: quick check' : 'Gatehouse: all tests'))
await stage({ name: 'set-up', run: setUp })
if (results.every(({ counts }) => counts.failed === 0))
  for (const together of await stages()) await Promise.all(together.map(stage))
finish()

async function setUp() {
  await inTurn(async () => {
    await packages({ dev: true })
    await client()
  })
  if (!quick) browser()
  return { passed: 0, failed: 0, skipped: 0 }
}

/** In turn; those of one line run beside each other, as each keeps one core busy at most. @returns {Promise<Stage[][]>} */
async function stages() {
  // Imported late: they need packages that the set-up installs.
  const { lint, types, unused, secrets } = await import('./stages/checks.js')
  const { dependencies } = await import('./stages/dependencies.js')
  const { onPglite, onPostgres, build, faults, endToEnd } = await import('./stages/suites.js')
  const all = [
    [types, lint, secrets],
    [dependencies, unused],
    [onPglite],
    [build],
    [onPostgres, faults], // the latter mostly waits
    [endToEnd],
  ]
  return all.map((together) => together.filter((each) => !quick || each.quick))
}

/** Runs one stage; one that breaks down counts as a failure. @param {Stage} each */
async function stage({ name, run }) {
  const from = performance.now()
  now.add(name)
  progress()
  const counts = await run().catch((error) => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    said: error.name === 'Told' ? error.message : String(error.stack ?? error),
  }))
  results.push({ name, ms: performance.now() - from, counts })
  now.delete(name)
  if (counts.failed > 0) {
    progress('')
    out.say()
    out.say(out.bold(`${name}: ${counts.failed} failed`))
    process.stdout.write(`${(counts.said ?? '').replace(/^/gm, '    ')}\n\n`)
  }
  progress()
}

/** What is under way, in a line that is written over. */
function progress(text = [...now].map((name) => `  ${name} …`).join('')) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${text}`)
}

function finish() {
  out.say()
  for (const { name, ms, counts } of results) {
    const { passed, failed, skipped } = counts
    const numbers = passed + failed + skipped === 0 ? '' : summary(passed, failed, skipped)
    out.say(`${name.padEnd(24)}${seconds(ms).padStart(9)}   ${numbers}`)
  }
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, { counts }) => total + counts[key], 0)
  out.say(`${'altogether'.padEnd(24)}${seconds(performance.now() - began).padStart(9)}`)
  out.say()
  process.exitCode = sum('failed') === 0 ? 0 : 1
  process.stdout.write(`${summary(sum('passed'), sum('failed'), sum('skipped'))}\n`)
}

/** @param {number} passed @param {number} failed @param {number} skipped */
function summary(passed, failed, skipped) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
