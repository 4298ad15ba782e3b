// @ts-check
import { Told } from '../terminal.js'
import { run } from './child.js'
import { at, textOf } from './paths.js'

/**
 * @typedef {{ version?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, peer?: boolean, link?: boolean }} Entry
 * @typedef {{ packages?: Record<string, Entry> }} Lock
 */

/**
 * Makes node_modules what package-lock.json says. No script of any package runs: Gatehouse needs none.
 * @param {{ dev: boolean }} wanted with the packages of tests and checks, or without
 * @returns {Promise<'up to date' | 'installed'>}
 */
export async function packages({ dev }) {
  const present = read('node_modules/.package-lock.json')
  const wanted = read('package-lock.json')
  if (missing(wanted, present, dev).length === 0) return 'up to date'
  const withDev = dev || Object.values(present.packages ?? {}).some((entry) => entry.dev)
  const [program, first] = npm()
  // Not `npm ci`: that refuses a lock without the optional packages of machines unlike the one it was made on.
  const args = [
    ...first,
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    withDev ? '--include=dev' : '--omit=dev',
  ]
  const said = await run(program, args, {
    advice: 'Packages could not be installed. npm said:',
    env: { NODE_ENV: undefined },
  })
  const left = missing(wanted, read('node_modules/.package-lock.json'), dev)
  if (left.length > 0)
    throw new Told(
      `npm did not install what package-lock.json asks for: ${left.join(', ')}\n\n${said}`,
    )
  return 'installed'
}

/** @param {string} path @returns {Lock} */
function read(path) {
  return JSON.parse(textOf(at(path)) || '{}')
}

/**
 * The packages of the lock that npm has not installed, by its own record. Optional ones may be for other machines.
 * @param {Lock} wanted @param {Lock} present @param {boolean} dev
 */
export function missing(wanted, present, dev) {
  return Object.entries(wanted.packages ?? {}).flatMap(([name, entry]) => {
    if (name === '' || entry.optional || entry.devOptional || entry.link) return []
    if (entry.dev && !dev) return []
    return present.packages?.[name]?.version === entry.version ? [] : [name]
  })
}

/** The npm that runs us, or the one on the path. @returns {[string, string[]]} */
function npm() {
  const own = process.env.npm_execpath
  return own?.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []]
}
