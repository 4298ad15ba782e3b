import { plural } from '@/lib/client/words'
import { DAY_SECONDS } from '@/lib/modules/api-keys/api-key-rules'

const YEAR = 365 * DAY_SECONDS

/** "100 years", "90 days", "5 minutes"; 0: "no end". */
export function lifeWords(seconds: number): string {
  if (seconds === 0) return 'no end'
  if (seconds >= 2 * YEAR) return plural(Math.round(seconds / YEAR), 'year')
  if (seconds >= DAY_SECONDS) return plural(Math.round(seconds / DAY_SECONDS), 'day')
  if (seconds >= 3_600) return plural(Math.round(seconds / 3_600), 'hour')
  return plural(Math.max(1, Math.round(seconds / 60)), 'minute')
}

type Life = { createdAt: string; expiresAt: string | null; askedSeconds: number | null }

/** What a client asked for and did not get; null: it got that. */
export function clippedWords({ createdAt, expiresAt, askedSeconds }: Life): string | null {
  if (askedSeconds === null || expiresAt === null) return null
  const given = Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 1_000)
  return `Asked for ${lifeWords(askedSeconds)}, got ${lifeWords(given)}: the policy of the organization allows no more.`
}
