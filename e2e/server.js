// @ts-check
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { at } from '../lib/listener/setup/paths.js'

/**
 * Starts the built program as `npm start` does and waits until it is ready. What it prints goes to a file; one that is named
 * goes on.
 * @param {{ port: number, dataDir: string, env?: Record<string, string>, logFile?: string, patience?: number }} options
 *   `patience` is in milliseconds
 * @returns {Promise<{ url: string, setupUrl: string | null, pid: number, log: () => string,
 *   stop: (signal?: NodeJS.Signals) => Promise<number | null> }>} `log`: all it said so far
 */
export async function startGatehouse({ port, dataDir, env = {}, logFile, patience = 60_000 }) {
  const path = logFile ?? at('.cache/test', `server-${port}.log`)
  mkdirSync(dirname(path), { recursive: true })
  const file = createWriteStream(path, { flags: logFile ? 'a' : 'w' })
  const child = spawn(process.execPath, [at('lib/listener/start.js'), '--prepared'], {
    cwd: at(),
    env: /** @type {any} */ ({
      ...process.env,
      ...env,
      PORT: String(port),
      DATA_DIR: dataDir,
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      npm_lifecycle_event: 'start',
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      file.write(chunk)
      if (said.length < 5_000_000) said += chunk
    })
  }
  const ended = new Promise((done) =>
    child.once('close', (status) => {
      file.end()
      done(status)
    }),
  )
  const url = env.PUBLIC_URL ?? `http://localhost:${port}`
  for (const until = Date.now() + patience; ; await wait(100)) {
    if (child.exitCode !== null) throw new Error(`Gatehouse did not start:\n${said.slice(-20_000)}`)
    if (Date.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`Gatehouse was not ready in time:\n${said.slice(-20_000)}`)
    }
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => null)
    if (answer?.ok) break
  }
  return {
    url,
    setupUrl: /https?:\S+[?&]\S+/.exec(said)?.[0] ?? null,
    pid: child.pid ?? 0,
    log: () => said,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return /** @type {Promise<number | null>} */ (ended)
    },
  }
}
