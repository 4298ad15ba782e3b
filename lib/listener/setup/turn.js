// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { at } from './paths.js'

const file = at('.cache/preparing')

/**
 * Lets one process at a time install, generate and build in this directory; the others wait for it.
 * @template T
 * @param {() => Promise<T>} work @param {() => void} [onWait]
 * @returns {Promise<T>}
 */
export async function inTurn(work, onWait = () => {}) {
  mkdirSync(at('.cache'), { recursive: true })
  for (let waited = false; !take(); await wait(200)) {
    if (!waited) onWait()
    waited = true
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const holder = Number(readText())
    if (holder > 0 && !alive(holder)) rmSync(file, { force: true })
    return false
  }
}

function readText() {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
