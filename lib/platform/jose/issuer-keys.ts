import 'server-only'
import { once } from '../once'
import { fetchJson, outsideUrl, Unreadable } from '../outside/fetch-json'

export type KeySet = { keys: Record<string, unknown>[] }

const FRESH = 600_000 // ms
/** A key that is not in the set may have come since; not asked again for whoever makes up names. */
const ASK_AGAIN = 30_000 // ms
/** While an issuer cannot be asked, what it said before counts for so long. */
const STALE = 3_600_000 // ms
/** An issuer that could not be asked is not asked again at once, whoever wants it. */
const FAILED = 10_000 // ms
const MANY = 500
const MOST_KEYS = 100

type Kept = { set: KeySet; at: number; asked: number }
const kept = () => once('issuer-keys', () => new Map<string, Kept>())
const failures = () =>
  once('issuer-keys.failed', () => new Map<string, { at: number; error: Unreadable }>())
const asking = () => once('issuer-keys.asking', () => new Map<string, Promise<KeySet>>())

/** The keys of an issuer, by its own discovery document (OpenID Connect Discovery 1.0 §4), kept for ten minutes. */
export async function keysOfIssuer(issuer: string, kid: string | undefined, now = Date.now()) {
  const known = kept().get(issuer)
  const has = known && (kid === undefined || known.set.keys.some((key) => key.kid === kid))
  if (known && now - known.at < FRESH && (has || now - known.asked < ASK_AGAIN)) return known.set
  try {
    return await askOnce(issuer, now)
  } catch (error) {
    if (!known || now - known.at > STALE) throw error
    known.asked = now
    return known.set
  }
}

/** Many who ask at the same time are one question. */
function askOnce(issuer: string, now: number): Promise<KeySet> {
  const under = asking().get(issuer)
  if (under) return under
  const failed = failures().get(issuer)
  if (failed && now - failed.at < FAILED) return Promise.reject(failed.error)
  const question = ask(issuer)
    .then((set) => keep(issuer, set, now))
    .catch((error: unknown) => {
      if (error instanceof Unreadable) noteFailed(issuer, { at: now, error })
      throw error
    })
    .finally(() => asking().delete(issuer))
  asking().set(issuer, question)
  return question
}

function noteFailed(issuer: string, failure: { at: number; error: Unreadable }) {
  const all = failures()
  if (all.size >= MANY) all.clear()
  all.set(issuer, failure)
}

function keep(issuer: string, set: KeySet, now: number): KeySet {
  const all = kept()
  all.delete(issuer)
  if (all.size >= MANY) all.delete(all.keys().next().value as string)
  all.set(issuer, { set, at: now, asked: now })
  return set
}

async function ask(issuer: string): Promise<KeySet> {
  const document = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  const { issuer: named, jwks_uri: at } = (document ?? {}) as Record<string, unknown>
  // §4.3: another issuer's document would make its tokens ours.
  if (named !== issuer) throw new Unreadable('The issuer says that it is another one.')
  if (typeof at !== 'string' || !outsideUrl(at)) throw new Unreadable('The issuer names no keys.')
  return readKeySet(await fetchJson(at))
}

/** RFC 7517 §5; of it, what signs. */
export function readKeySet(value: unknown): KeySet {
  const { keys } = (value ?? {}) as { keys?: unknown }
  if (!Array.isArray(keys)) throw new Unreadable('This is no set of keys.')
  const some = keys.slice(0, MOST_KEYS).filter((key) => typeof key === 'object' && key !== null)
  return { keys: some.filter(({ kty }) => ['RSA', 'EC', 'OKP'].includes(kty)) }
}
