// @ts-check
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { at } from '../../listener/setup/paths.js'
import { atEnd } from './ends.js'

const probe = pathToFileURL(at('lib/testing/bench/probe.js')).href

/**
 * A program that answers HTTP, in a process of its own, under the probe. Its log goes to a file, as under a service manager.
 * @typedef {{ url: string, ask: (what: 'usage' | 'live' | 'profile' | 'profiled') => Promise<any>, stop: () => Promise<void> }} Program
 * @param {{ name: string, args: string[], port: number, env?: Record<string, string>, ready: string }} options
 * @returns {Promise<Program>}
 */
export async function startProgram({ name, args, port, env = {}, ready }) {
  const logs = at('.cache/bench')
  mkdirSync(logs, { recursive: true })
  const log = join(logs, `${name}.log`)
  const out = openSync(log, 'w')
  const child = spawn(process.execPath, ['--import', probe, ...args], {
    cwd: at(),
    env: { ...process.env, NO_COLOR: '1', ...env, PORT: String(port) },
    stdio: ['ignore', out, out, 'ipc'],
  })
  closeSync(out)
  const ended = new Promise((done) => child.once('close', done))
  const stop = async () => {
    child.kill('SIGTERM')
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(hard)
  }
  atEnd(() => void child.kill('SIGKILL'), stop)
  const url = `http://127.0.0.1:${port}`
  for (const until = Date.now() + 90_000; ; await wait(50)) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`${name} did not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`)
    if ((await fetch(url + ready).catch(() => null))?.ok) break
  }
  return {
    url,
    stop,
    ask: (what) =>
      new Promise((done) => {
        const heard = (/** @type {any} */ { asked, value }) => {
          if (asked !== what) return
          child.off('message', heard)
          done(value)
        }
        child.on('message', heard)
        child.send(what)
      }),
  }
}
