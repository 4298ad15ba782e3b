// @ts-check
import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { readEnv } from './config.js'
import { readTexts } from './terms.js'

/**
 * @typedef {import('./config.js').ReadEnv & { AUTH_SECRET: string }} Env the configuration in use
 */

/**
 * The configuration with its secret: AUTH_SECRET, or for the embedded database one made once and kept in
 * DATA_DIR/auth-secret, readable by its owner only.
 * @param {import('./config.js').Source} [source]
 * @returns {{ ok: true, env: Env } | { ok: false, faults: import('./config.js').Fault[] }}
 */
export function loadEnv(source = process.env) {
  const read = readEnv(source)
  if (!read.ok) return read
  try {
    readTexts(read.env)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const fix = 'docs/operations.md shows how such a file looks.'
    return {
      ok: false,
      faults: [{ name: 'TERMS_FILE or PRIVACY_FILE', problem: `cannot be used (${why})`, fix }],
    }
  }
  try {
    const secret = read.env.AUTH_SECRET ?? keptSecret(read.env.DATA_DIR)
    return { ok: true, env: Object.freeze({ ...read.env, AUTH_SECRET: secret }) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const fix = 'Make the directory writable for this user, or set DATA_DIR to one that is.'
    return { ok: false, faults: [{ name: 'DATA_DIR', problem: `cannot be used (${why})`, fix }] }
  }
}

/** @param {string} dataDir */
function keptSecret(dataDir) {
  const file = join(resolve(dataDir), 'auth-secret')
  const kept = readKept(file)
  if (kept) return kept
  mkdirSync(resolve(dataDir), { recursive: true, mode: 0o700 })
  // A link appears whole or not at all: two first starts agree on one secret, a crash leaves no half.
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, `${randomBytes(32).toString('base64url')}\n`)
    fsyncSync(handle)
    linkSync(draft, file)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  } finally {
    closeSync(handle)
    rmSync(draft, { force: true })
  }
  const made = readKept(file)
  if (!made) throw new Error(`${file} holds no secret of 32 characters`)
  return made
}

/** @param {string} file */
function readKept(file) {
  try {
    const text = readFileSync(file, 'utf8').trim()
    if (text.length < 32) throw new Error(`${file} holds no secret of 32 characters`)
    return text
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null
    throw error
  }
}

/** One purpose, one key (RFC 5869). @param {string} secret @param {string} purpose @returns {Buffer} 32 bytes */
export function deriveKey(secret, purpose) {
  return Buffer.from(hkdfSync('sha256', secret, 'gatehouse', purpose, 32))
}

/** The key of server actions, the same for every process that shares AUTH_SECRET. @param {string} secret */
export function actionsKey(secret) {
  return deriveKey(secret, 'next-server-actions').toString('base64')
}

/** Tells two secrets apart without telling either. @param {string} secret */
export function fingerprint(secret) {
  return createHash('sha256').update(deriveKey(secret, 'fingerprint')).digest('hex').slice(0, 16)
}

/** What Next and next-auth read from the environment, worked out from the configuration. @param {Env} env */
export function derived(env) {
  return {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXTAUTH_URL: env.PUBLIC_URL,
    NEXTAUTH_SECRET: deriveKey(env.AUTH_SECRET, 'next-auth').toString('base64url'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(env.AUTH_SECRET),
  }
}
