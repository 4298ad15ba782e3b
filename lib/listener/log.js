// @ts-check
import { format } from 'node:util'
import pino from 'pino'

const names = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'secret',
  'key',
  'otp',
  'ticket',
  'apiKey',
  'api_key',
  'clientSecret',
  'client_secret',
  'newPassword',
  'new_password',
  'currentPassword',
  'current_password',
  'smtpUrl',
  'SMTP_URL',
  'databaseUrl',
  'DATABASE_URL',
  'MIGRATE_DATABASE_URL',
  'AUTH_SECRET',
]
const redact = {
  paths: names.flatMap((name) =>
    ['', '*.', '*.*.', '*.*.*.'].map((depth) => `${depth}["${name}"]`.replace('.[', '[')),
  ),
  censor: '[hidden]',
}

/**
 * Takes out what must not stand in a log even inside a sentence: API keys, passwords in addresses, tokens in links.
 * @param {string} line
 */
export function scrub(line) {
  return (
    line
      .replace(/\bagh_[a-z]+_[0-9A-Za-z]{12,}/g, '[hidden]')
      .replace(/\bgth_[a-z]{3}_[0-9A-Za-z]{12,}/g, '[hidden]')
      .replace(/(:\/\/[^\s:/@"]*:)[^\s@"]+@/g, '$1[hidden]@')
      .replace(/([?&](?:invitation|token|code|ticket|key|otp)=)[^&\s"\\]+/g, '$1[hidden]')
      .replace(/\b(Bearer )[^\s"\\]+/g, '$1[hidden]')
      // JSON leaves these as they are; terminals obey them.
      .replace(/[\u007f-\u009f\u2028\u2029]/g, escaped)
  )
}

/**
 * A logger of JSON lines, or of one readable line per event for a person at a terminal.
 * @param {{ level: string, write?: (line: string) => unknown, pretty?: boolean }} options
 */
export function makeLog({ level, write, pretty = write === undefined && process.stderr.isTTY }) {
  const out = write ?? inBatches(pino.destination({ fd: 2, sync: true }))
  const stream = pretty
    ? { write: (/** @type {string} */ line) => (write ?? toTerminal)(readable(line)) }
    : typeof out === 'function'
      ? { write: out }
      : out
  return pino(
    {
      level,
      redact,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: pino.stdSerializers.err, error: pino.stdSerializers.err },
      hooks: { streamWrite: scrub },
    },
    stream,
  )
}

const WITHIN = 20 // ms
const calm = /"level":"(?:trace|debug|info)"/

/**
 * Lines of the same moment leave in one write: each costs as much as a query. What is worse than information leaves at
 * once, with what waits before it, and so does everything when the process ends.
 * @param {{ write(text: string): unknown }} to
 */
export function inBatches(to) {
  let waiting = ''
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting === '') return
    const lines = waiting
    waiting = ''
    to.write(lines)
  }
  process.on('exit', flush)
  return {
    /** @param {string} line */
    write(line) {
      waiting += line
      if (waiting.length > 16_000 || !calm.test(line)) flush()
      else timer ??= setTimeout(flush, WITHIN).unref()
    },
  }
}

/** The log of this process. One, whichever copy of the code asks first. @param {string} level */
export function processLog(level) {
  globalThis.__gatehouse ??= {}
  globalThis.__gatehouse.log ??= makeLog({ level })
  return globalThis.__gatehouse.log
}

/** @param {string} line */
function toTerminal(line) {
  process.stderr.write(line)
}

/** @param {string} json */
function readable(json) {
  const { time, level, msg, err, ...rest } = JSON.parse(json)
  const facts = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const head = [time.slice(11, 19), level.padEnd(5), msg, ...facts].filter(Boolean).join(' ')
  const stack = err?.stack ? [err.stack.split('\n').map(visible).join('\n')] : []
  return `${[visible(head), ...stack].join('\n')}\n`
}

/** A name in a log moves no cursor and begins no line. @param {string} text */
const visible = (text) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, escaped)

/** @param {string} character */
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** What Next says on the console, with what a client sent in it, becomes one line like any other. @param {import('pino').Logger} log */
export function consoleToLog(log) {
  for (const level of /** @type {const} */ (['error', 'warn', 'info', 'debug']))
    console[level] = (...said) => log[level](format(...said))
  console.log = console.info
}
