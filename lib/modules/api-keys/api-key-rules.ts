// Apart from the schemas: the browser needs no Zod.

export const DAY_SECONDS = 86_400

/** In seconds. A hundred years is what the official client asks for, and the longest that anything with an end lives. */
export const keyLifetime = { minimum: 60, maximum: 36_500 * DAY_SECONDS } as const

/** What owners demand of keys, in days. `accountKeyDays` null: as long as is asked. */
export type KeyPolicy = {
  personKeyDays: number
  accountKeyDays: number | null
  keysMustEnd: boolean
  keyRanges: string[]
}

/** Without a row of its own an organization has this (facts §3). */
export const noKeyPolicy: KeyPolicy = {
  personKeyDays: 30,
  accountKeyDays: 90,
  keysMustEnd: true,
  keyRanges: [],
}

export const keyHolders = ['person', 'service_account'] as const
export type KeyHolder = (typeof keyHolders)[number]

/** The longest life, in days; null: no longest. */
export const longestDays = (kind: KeyHolder, policy: KeyPolicy): number | null =>
  kind === 'person' ? policy.personKeyDays : policy.accountKeyDays

/** Whether a key may do without an end: an account's alone, where nothing limits their life. */
export const mayBeEndless = (kind: KeyHolder, policy: KeyPolicy): boolean =>
  kind === 'service_account' && !policy.keysMustEnd && policy.accountKeyDays === null

/** What is preset: the longest life of a person's key, and 90 days at most of an account's. */
export const presetDays = (kind: KeyHolder, policy: KeyPolicy): number =>
  Math.min(longestDays(kind, policy) ?? 90, kind === 'person' ? 30 : 90)

/** The sentences of a lifetime that no key can have. */
export const lifetimeFaults = {
  whole: 'A key lives a whole number of seconds.',
  short: 'A key lives at least a minute.',
  long: 'A key lives at most 100 years.',
} as const

type Asked = { kind: KeyHolder; policy: KeyPolicy; seconds: number | null; clip: boolean }
type Life =
  | { ok: true; seconds: number | null; asked: number | null }
  | { ok: false; fault: string }

/**
 * The life that the policy gives to what is asked for; null: without end. `clip`: too long an answer is cut to what it gives, and
 * `asked` says what was wanted (0: without end).
 */
export function lifeGiven({ kind, policy, seconds, clip }: Asked): Life {
  const days = longestDays(kind, policy)
  const most = days === null ? keyLifetime.maximum : days * DAY_SECONDS
  if (seconds === null && mayBeEndless(kind, policy))
    return { ok: true, seconds: null, asked: null }
  if (seconds !== null && seconds <= most) return { ok: true, seconds, asked: null }
  if (clip) return { ok: true, seconds: most, asked: seconds ?? 0 }
  return { ok: false, fault: seconds === null ? endless(kind) : tooLong(days, most) }
}

const endless = (kind: KeyHolder) =>
  kind === 'person' ? 'A person’s key has an end.' : 'This organization asks every key to end.'
const tooLong = (days: number | null, most: number) =>
  days === null
    ? lifetimeFaults.long
    : `A key lives at most ${days} ${days === 1 ? 'day' : 'days'} here, which are ${most.toLocaleString('en')} s.`

/** How long the key that was rotated works beside the new one. */
export const overlap = { default: DAY_SECONDS, maximum: 30 * DAY_SECONDS } as const // seconds

/** Places and permissions that a ceiling names, at most. */
export const MOST_IN_CEILING = 100

/** Keys revoked at once, at most. */
export const MOST_AT_ONCE = 100

export const keyStates = ['live', 'ended'] as const
export type KeyState = (typeof keyStates)[number]

/** What owners ask of everybody's keys. */
export const keySorts = ['name', 'created', 'used', 'ends'] as const
export const keyEnds = ['within_7_days', 'none'] as const
export const UNUSED_DAYS = 90 as const
