// @ts-check
import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { at } from '../../listener/setup/paths.js'
import { freePort } from '../free-port.js'
import { atEnd } from './ends.js'
import { median } from './load.js'
import { environment } from './subject.js'

/** Seconds from `npm start` on a filled database to the first answered call; everything is built. @param {import('./data.js').Data} data */
export async function startUp(data) {
  await once(data) // the first one may still install or build
  return median([await once(data), await once(data), await once(data)])
}

/** @param {import('./data.js').Data} data */
async function once(data) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: at(),
    env: /** @type {any} */ ({
      ...process.env,
      ...environment(data),
      PORT: String(port),
      PUBLIC_URL: url,
    }),
    stdio: 'ignore',
    detached: true,
  })
  const kill = (/** @type {NodeJS.Signals} */ signal) => {
    const ended = child.exitCode !== null || child.signalCode !== null
    if (child.pid && !ended) process.kill(-child.pid, signal)
  }
  atEnd(() => kill('SIGKILL'))
  const ended = new Promise((done) => child.once('close', done))
  const headers = { authorization: `Bearer ${data.large.key}` }
  for (;;) {
    const answer = await fetch(`${url}/api/v2/userinfo/`, { headers }).catch(() => null)
    if (answer?.ok) break
    if (child.exitCode !== null) throw new Error('npm start ended before it answered.')
    if (performance.now() - began > 300_000) throw new Error('npm start did not answer in time.')
    await wait(20)
  }
  const seconds = (performance.now() - began) / 1000
  kill('SIGTERM')
  await ended
  return seconds
}
