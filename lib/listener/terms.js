// @ts-check
import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Text one version of a text that people accept
 * @property {'terms' | 'privacy'} document
 * @property {number} version
 * @property {number} since whoever accepted this version or a later one need not accept again
 * @property {string | null} effective a date, as the file has it
 * @property {string} title
 * @property {string} body Markdown without its title
 */

const files = /** @type {const} */ ([
  ['TERMS_FILE', 'terms', 'Terms of service'],
  ['PRIVACY_FILE', 'privacy', 'Privacy policy'],
])
const LONGEST = 1_000_000 // characters

/**
 * The texts of this installation, as the configuration names them. Throws an Error with a sentence that says which file is
 * wrong, and how.
 * @param {{ TERMS_FILE?: string | undefined, PRIVACY_FILE?: string | undefined }} env
 * @returns {Text[]}
 */
export const readTexts = (env) =>
  files.flatMap(([name, document, title]) => {
    const file = env[name]
    return file === undefined ? [] : [parseText(document, title, readFileSync(file, 'utf8'), file)]
  })

/**
 * @param {Text['document']} document
 * @param {string} usualTitle
 * @param {string} source
 * @param {string} file
 * @returns {Text}
 */
export function parseText(document, usualTitle, source, file = document) {
  const found = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source)
  if (!found) throw new Error(`${file} begins without its head: ---, version: 1, ---`)
  const [, head = '', text = ''] = found
  /** @type {Record<string, string>} */
  const facts = {}
  for (const line of head.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const pair = /^([a-z-]+):\s*(.*?)\s*$/.exec(line)
    if (!pair || !['version', 'accept-again-from', 'effective'].includes(pair[1] ?? '')) {
      throw new Error(`${file} has “${line}” in its head, which is not known there`)
    }
    facts[pair[1] ?? ''] = (pair[2] ?? '').replace(/^(["'])(.*)\1$/, '$2')
  }
  const version = whole(facts.version)
  if (version === null) throw new Error(`${file} needs version: and a whole number in its head`)
  const since =
    facts['accept-again-from'] === undefined ? version : whole(facts['accept-again-from'])
  if (since === null || since > version) {
    throw new Error(`${file} needs a version up to ${version} behind accept-again-from:`)
  }
  const titled = /^\s*#\s+(.+?)\s*#*\s*\r?\n([\s\S]*)$/.exec(text)
  const body = (titled?.[2] ?? text).trim()
  if (body === '' || body.length > LONGEST) {
    throw new Error(`${file} needs a text of at most ${LONGEST} characters behind its head`)
  }
  const title = titled?.[1] ?? usualTitle
  return { document, version, since, effective: facts.effective ?? null, title, body }
}

/** @param {string | undefined} text */
const whole = (text) => (/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : null)
