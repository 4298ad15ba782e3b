// @ts-check
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')

/** @param {...string} parts */
export function at(...parts) {
  return join(root, ...parts)
}

/**
 * One hash over the names and contents of files and directories; what does not exist counts as empty.
 * @param {readonly string[]} paths relative to the repository
 * @param {readonly string[]} [also] further facts that matter
 * @param {(path: string) => boolean} [skip]
 */
export function hashOf(paths, also = [], skip = () => false) {
  const hash = createHash('sha256').update(JSON.stringify(also))
  for (const path of paths.flatMap((entry) => filesIn(at(entry))).sort()) {
    const name = relative(root, path)
    if (!skip(name)) hash.update(`\0${name}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The text of a file, or '' when there is none. @param {string} path */
export function textOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : ''
}

/** @param {string} path @param {string} text */
export function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
