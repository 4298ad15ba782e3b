// @ts-check
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createProbe } from 'node:net'
import { at } from './setup/paths.js'
import { Told } from './terminal.js'

/** Throws when the port cannot be listened on; asked before a build that may take a minute. @param {number} port */
export async function requirePort(port) {
  const probe = createProbe()
  await listen(probe, port)
  await new Promise((resolve) => probe.close(resolve))
}

/**
 * Loads the built pages and the API, applies migrations and serves until a signal comes.
 * @param {import('./secret.js').Env} env
 * @param {import('./terminal.js').Terminal} out
 * @returns {Promise<{ setupUrl: string | null }>}
 */
export async function serve(env, out) {
  const { derived } = await import('./secret.js')
  Object.assign(process.env, derived(env)) // before Next is loaded, which reads it
  const [
    { consoleToLog, processLog },
    { createListener },
    { stopOnSignal },
    { default: createNext },
  ] = await Promise.all([
    import('./log.js'),
    import('./server.js'),
    import('./stop.js'),
    import('next'),
  ])
  const log = processLog(env.LOG_LEVEL)
  /** @type {import('./server.js').State} */
  const state = { phase: 'starting' }
  /** @type {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => Promise<void>} */
  let next = async () => {}
  const server = createListener({ env, log, state, next: (req, res) => next(req, res) })
  await listen(server, env.PORT)

  await out.step('Program', async () => {
    // A server that never listens keeps Next from taking over connection upgrades.
    const app = createNext({ dev: false, dir: at(), quiet: true, httpServer: createServer() })
    await quietly(() => app.prepare())
    next = app.getRequestHandler()
    await warmUp(next)
    return 'loaded'
  })
  let setupUrl = null
  await out.step('Database', async () => {
    const booted = await globalThis.__gatehouse?.boot?.()
    setupUrl = booted?.setupUrl ?? null
    return booted?.applied?.length ? 'migrated' : 'up to date'
  })
  consoleToLog(log)
  state.phase = 'ready'
  stopOnSignal({ server, state, log, say: out.say })
  // As `next start` does: a stray rejection in one request must not take everybody's down.
  process.on('uncaughtException', (error) => log.error({ err: error }, 'uncaught exception'))
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
  return { setupUrl }
}

/**
 * Sends one request through Next, upon which it runs instrumentation.ts, and makes sure that the API is there.
 * @param {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => Promise<void>} next
 */
async function warmUp(next) {
  const inner = createServer(next)
  await once(inner.listen(0, '127.0.0.1'), 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (inner.address())
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`)
    await answer.arrayBuffer()
    if (!globalThis.__gatehouse?.api)
      throw new Error(`The API did not register itself (Next answered ${answer.status}).`)
  } finally {
    inner.closeAllConnections()
    inner.close()
  }
}

/** Next reports on standard output how long its configuration took. @param {() => Promise<void>} work */
async function quietly(work) {
  const { log } = console
  console.log = () => {}
  await work().finally(() => {
    console.log = log
  })
}

/** @param {import('node:net').Server} server @param {number} port */
async function listen(server, port) {
  try {
    await once(server.listen(port), 'listening')
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'EADDRINUSE')
      throw new Told(
        `Port ${port} is in use. Stop the program that uses it, or choose another: PORT=${port === 65535 ? 3000 : port + 1} npm start`,
      )
    if (code === 'EACCES')
      throw new Told(
        `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`,
      )
    throw error
  }
}
