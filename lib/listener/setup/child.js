// @ts-check
import { spawn } from 'node:child_process'
import { Told } from '../terminal.js'
import { root } from './paths.js'

/**
 * Runs a program to its end and returns what it printed. When it fails, `advice` and the end of its output are told.
 * @param {string} program @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, advice: string }} options
 * @returns {Promise<string>}
 */
export function run(program, args, { env = {}, advice }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error) => reject(new Told(`${advice}\n${error.message}`)))
    child.once('close', (status) => {
      if (status === 0) resolve(output)
      else reject(new Told(`${advice}\n\n${ends(output.trim().split('\n'))}`))
    })
  })
}

/** What matters stands at the beginning or at the end. @param {readonly string[]} lines */
function ends(lines) {
  if (lines.length <= 50) return lines.join('\n')
  return [...lines.slice(0, 20), '…', ...lines.slice(-30)].join('\n')
}

/**
 * Runs a program in the foreground, passing signals on, and returns its exit status.
 * @param {string} program @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>}
 */
export function foreground(program, args, { env = {}, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio })
    const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal)
    // A terminal sends Ctrl+C to both; this process only has to wait.
    const ignore = () => {}
    process.on('SIGTERM', pass).on('SIGINT', ignore)
    child.once('error', reject)
    child.once('close', (status) => {
      process.off('SIGTERM', pass).off('SIGINT', ignore)
      resolve(status ?? 1)
    })
  })
}
