// @ts-check
import { client } from '../../listener/setup/client.js'
import { pages } from '../../listener/setup/pages.js'
import { command, terminal } from '../../listener/terminal.js'
import { inBrowser } from './browser.js'
import { AUTH_SECRET } from './data.js'
import { endAll } from './ends.js'
import { buildNextFloor, startFloors } from './floors.js'
import { memoryOf } from './memory.js'
import { readOptions } from './options.js'
import { preparePlaces } from './places.js'
import { description, tables, writeNote } from './report.js'
import { measureAll } from './rounds.js'
import { floorRows, rows } from './rows.js'
import { startUp } from './start-up.js'
import { startSubject, walk } from './subject.js'

// npm run bench: the table of docs/performance.md (--help says how).
await command(async () => {
  const began = performance.now()
  const options = readOptions()
  const out = terminal(process.stderr)
  const say = (/** @type {string} */ line) => out.say(out.dim(line))
  await out.step('Database client', client)
  // `npm start` builds anew for another secret, and that must not be what is timed.
  await out.step('Pages', () => pages(options.wants('start') ? AUTH_SECRET : undefined))
  await out.step('Floor F2', buildNextFloor)
  /** @type {import('./places.js').Places | undefined} */
  let places
  await out.step('Databases', async () => {
    places = await preparePlaces(options)
    return 'filled'
  })
  if (!places) return
  const { version, databaseUrl, data } = places
  /** @type {import('./report.js').Found['more']} */
  const more = {}
  const wanted = options.engines.flatMap((engine) => {
    const found = data[engine]
    return found ? [{ engine, found }] : []
  })

  const results = await loads()
  for (const { engine, found } of wanted)
    if (options.wants('start')) {
      const took = await tried(`${engine}: npm start`, () => startUp(found))
      more[engine] = { ...more[engine], startUp: took }
      if (took) say(`${engine}: npm start answered after ${took.toFixed(1)} s`)
    }
  if (options.wants('memory'))
    await Promise.all(wanted.map((one) => tried(`${one.engine}: memory`, () => holds(one))))
  await endAll()

  const seconds = (performance.now() - began) / 1000
  const all = { results, more, version, options, seconds }
  process.stdout.write(`\n${description(all)}\n\n${tables(all, 'plain')}\n`)
  if (options.write) writeNote(all)

  /**
   * What fails here leaves its row out, and the rest of the table stands.
   * @template T @param {string} name @param {() => Promise<T>} work
   */
  async function tried(name, work) {
    try {
      return await work()
    } catch (error) {
      out.say(`${name} failed: ${error instanceof Error ? error.message : error}`)
      process.exitCode = 1
      return undefined
    }
  }

  async function loads() {
    const floors = await startFloors(databaseUrl)
    const entries = floorRows
      .filter(
        ({ id }) =>
          rows.some((row) => options.wants(row.id) && row.floor === id) || options.wants(id),
      )
      .map(({ id, floor, ask }) => ({
        id,
        group: 'floor',
        work: { program: floors[floor], ask: ask(data.pg) },
      }))
    /** @type {import('./program.js').Program[]} */
    const subjects = []
    for (const { engine, found } of wanted) {
      const subject = await startSubject(engine, found)
      subjects.push(subject)
      const deep = options.wants('list.deep')
        ? await walk(subject.url, found.large.key, 90_000)
        : ''
      for (const { id, ask } of rows.filter((row) => options.wants(row.id)))
        entries.push({
          id,
          group: engine,
          work: { program: subject, ask: ask({ ...found, deep }) },
        })
    }
    const results = await measureAll(entries, options, say)
    for (const [at, { engine, found }] of wanted.entries()) {
      if (!options.wants('browser')) continue
      const look = () => inBrowser(subjects[at]?.url ?? '', found)
      more[engine] = { ...more[engine], browser: await tried(`${engine}: browser`, look) }
    }
    await Promise.all([...Object.values(floors), ...subjects].map((program) => program.stop()))
    return results
  }

  /** @param {(typeof wanted)[number]} one */
  async function holds({ engine, found }) {
    const subject = await startSubject(`${engine}-memory`, found)
    const memory = await memoryOf(subject, { ...found, deep: '' }, options.requests, (line) =>
      say(`${engine}: ${line}`),
    )
    more[engine] = { ...more[engine], memory }
    await subject.stop()
  }
})
