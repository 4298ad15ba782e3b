import 'server-only'
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible'
import { mac } from '../crypto/hash'
import { engine } from '../db/engine'
import { once } from '../once'
import { networkOf } from './network'
import { KNOWN_FOR, type LimitName, type Rule, rules } from './rules'

export type { LimitName } from './rules'

const SWEEP_EVERY_MS = 5 * 60_000

// One statement on the plain connection, no transaction: to be called before a door is opened, never inside.
const storeClient = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const { raw } = await engine()
    const rows = await raw.query(text, values)
    return { rows, rowCount: rows.length }
  },
}

const limiter = (keyPrefix: string, { points, seconds, wait = 0 }: Omit<Rule, 'by'>) =>
  new RateLimiterPostgres({
    storeClient,
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false, // no timers: see sweep
    keyPrefix,
    points,
    duration: seconds,
    blockDuration: wait,
  })

const known = limiter('known', { points: 1, seconds: KNOWN_FOR })
const counters = (limit: LimitName) =>
  rules[limit].map((rule: Rule) => ({
    ...rule,
    counter: limiter(`${limit}.${rule.by}.${rule.seconds}`, rule),
  }))
const all: Record<LimitName, ReturnType<typeof counters>> = {
  sign_in: counters('sign_in'),
  second_factor: counters('second_factor'),
  passkey: counters('passkey'),
  set_up: counters('set_up'),
  accept: counters('accept'),
  link: counters('link'),
  mail: counters('mail'),
  token: counters('token'),
  organization: counters('organization'),
  found_keys: counters('found_keys'),
  login_begin: counters('login_begin'),
  login_poll: counters('login_poll'),
  login_answer: counters('login_answer'),
}

/** What the table holds instead of addresses and emails: nobody reads them back without AUTH_SECRET. */
function named(by: Rule['by'], address: string | null, key?: string): string | null {
  const network = networkOf(address)
  if (by === 'address') return mac('rate-limit', network)
  if (key === undefined) return null
  return mac('rate-limit', by === 'key' ? `\n${key}` : `${network}\n${key}`)
}

/**
 * Spends one try. Null when it is allowed, else whole seconds to wait (at least 1). Rejects when the database
 * cannot be reached. Not inside a door: the embedded database has one connection.
 */
export async function consume(
  limit: LimitName,
  address: string | null,
  key?: string,
): Promise<number | null> {
  await sweep()
  for (const { by, counter } of all[limit]) {
    const name = named(by, address, key)
    if (name === null) continue
    const wait = await counter.consume(name).then(() => null, secondsOf)
    if (wait !== null && !(by === 'key' && (await isKnown(limit, address, key)))) return wait
  }
  return null
}

/**
 * The try was right: gives it back to the address, forgets the wrong ones before it, and remembers that this
 * account is used from here, so that strangers elsewhere cannot lock it. Call after a correct sign-in, outside a door.
 */
export async function forgive(limit: LimitName, address: string | null, key: string) {
  for (const { by, counter } of all[limit]) {
    const name = named(by, address, key) as string
    await (by === 'address' ? counter.reward(name) : counter.delete(name))
  }
  if (address !== null) await known.set(`${limit}.${named('pair', address, key)}`, 1, KNOWN_FOR)
}

// NIST SP 800-63B-4 §3.2.2 names this way out: addresses from which the person has signed in before.
async function isKnown(limit: LimitName, address: string | null, key?: string) {
  return address !== null && (await known.get(`${limit}.${named('pair', address, key)}`)) !== null
}

// A refusal is told by its shape: each bundle of Next has classes of its own.
function secondsOf(refusal: RateLimiterRes | Error): number {
  if (!('msBeforeNext' in refusal)) throw refusal
  return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
}

async function sweep() {
  const last = once('rate-limit.swept', () => ({ at: Date.now() }))
  if (Date.now() - last.at < SWEEP_EVERY_MS) return
  last.at = Date.now()
  const { raw } = await engine()
  await raw.query('DELETE FROM rate_limit WHERE expire < $1', [Date.now()])
}
