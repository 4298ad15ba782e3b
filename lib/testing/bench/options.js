// @ts-check
import { parseArgs } from 'node:util'
import { Told } from '../../listener/terminal.js'

export const help = `npm run bench -- [options]

  --engine pg|pglite   one engine instead of both
  --only <regex>       of the rows: list, search, userinfo, invite, role, users, browser, start, memory
  --rounds <n>         3
  --seconds <n>        2.5, for each row and round
  --requests <n>       100000, after which the memory is looked at
  --reuse <directory>  keep the filled databases there, and go on with them
  --profile            a CPU profile of the server for each row, into .cache/bench
  --write              put the tables into docs/performance.md`

export function readOptions() {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '2.5' },
      requests: { type: 'string', default: '100000' },
      reuse: { type: 'string' },
      profile: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) throw new Told(help)
  const number = (/** @type {string} */ text) => {
    const value = Number(text)
    if (!(value > 0)) throw new Told(`${text} is not a number above 0.\n\n${help}`)
    return value
  }
  const { engine } = values
  if (engine !== undefined && engine !== 'pg' && engine !== 'pglite')
    throw new Told(`The engines are pg and pglite.\n\n${help}`)
  const only = values.only === undefined ? null : new RegExp(values.only)
  return {
    ...values,
    engines: /** @type {('pg' | 'pglite')[]} */ (engine ? [engine] : ['pg', 'pglite']),
    wants: (/** @type {string} */ id) => only === null || only.test(id),
    rounds: number(values.rounds),
    seconds: number(values.seconds),
    requests: number(values.requests),
  }
}
/** @typedef {ReturnType<typeof readOptions>} Options */
