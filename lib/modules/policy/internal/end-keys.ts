import 'server-only'
import { type KeyLimits, keysTooLong, shortenKeys } from '@/lib/platform/db/key-policy'

/** Gives the keys that are there the new longest life, and says how many ended with that and how many end sooner. */
export async function endKeys(db: object, limits: KeyLimits | null, now: Date) {
  if (!limits) return {}
  const { count, atOnce } = await keysTooLong(db, limits, now, null)
  if (count > 0) await shortenKeys(db, limits, now)
  return {
    ...(atOnce > 0 && { keysEnded: atOnce }),
    ...(count > atOnce && { keysShortened: count - atOnce }),
  }
}
