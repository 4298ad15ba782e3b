import 'server-only'
import { env } from '../env'
import { once } from '../once'

const MINUTE = 60_000 // ms
const MANY = 10_000

/** What a key has left, as of a moment. */
type Bucket = { left: number; at: number }
const buckets = () => once('rate-limit.keys', () => new Map<string, Bucket>())

/**
 * Spends one request of a key: null, or whole seconds to wait. Counted in this process alone, and only for keys that a
 * door has let in (`openBucket`): what somebody makes up costs no memory. By the hash, so that nobody spends for another.
 */
export function spendOfKey(hash: string, now = Date.now()): number | null {
  const perMinute = env.API_KEY_REQUESTS_PER_MINUTE
  const bucket = buckets().get(hash)
  if (perMinute === 0 || !bucket) return null
  bucket.left = leftAt(bucket, perMinute, now)
  bucket.at = now
  if (bucket.left < 1) return Math.ceil(((1 - bucket.left) / perMinute) * 60)
  bucket.left -= 1
  return null
}

/** Counts a key from now on. */
export function openBucket(hash: string, now = Date.now()): void {
  const perMinute = env.API_KEY_REQUESTS_PER_MINUTE
  const all = buckets()
  if (perMinute === 0 || all.has(hash)) return
  if (all.size >= MANY) forgetFull(all, perMinute, now)
  all.set(hash, { left: perMinute - 1, at: now })
}

const leftAt = ({ left, at }: Bucket, perMinute: number, now: number) =>
  Math.min(perMinute, left + (Math.max(0, now - at) / MINUTE) * perMinute)

function forgetFull(all: Map<string, Bucket>, perMinute: number, now: number) {
  for (const [hash, bucket] of all) {
    if (leftAt(bucket, perMinute, now) >= perMinute) all.delete(hash)
  }
}
