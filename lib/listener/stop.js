// @ts-check

/** How long running requests may take to finish, in milliseconds. */
const patience = 30_000

/**
 * Stops on SIGTERM or SIGINT: takes no more connections, lets running requests finish, ends the work of the
 * process, exits with 0. A second signal exits at once.
 * @param {{
 *   server: import('node:http').Server,
 *   state: import('./server.js').State,
 *   log: import('pino').Logger,
 *   say: (line: string) => void,
 * }} parts
 */
export function stopOnSignal({ server, state, log, say }) {
  let asked = false
  /** @param {NodeJS.Signals} signal */
  const onSignal = async (signal) => {
    if (asked) process.exit(1)
    asked = true
    state.phase = 'stopping'
    say('Stopping. Running requests may finish; press Ctrl+C again to stop at once.')
    log.info({ signal }, 'stopping')
    const clean = await closeServer(server)
    if (!clean) log.warn('requests were cut off after 30 s')
    try {
      await globalThis.__gatehouse?.stop?.()
    } catch (error) {
      log.error({ err: error }, 'stopping failed')
      process.exit(1)
    }
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

/** True when every request finished by itself. @param {import('node:http').Server} server */
export async function closeServer(server, limit = patience) {
  // Node closes idle connections once, at close(); those that turn idle later are ours to close.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  let clean = true
  const deadline = setTimeout(() => {
    clean = false
    server.closeAllConnections()
  }, limit)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(sweep)
  clearTimeout(deadline)
  return clean
}
