// Apart from the schemas: the browser needs no Zod.

export const DAY_SECONDS = 86_400

/** A person's key lives 30 days by default and at most (facts §3). */
export const keyLifetimeDays = { default: 30, maximum: 30 } as const
export const keyLifetime = {
  minimum: 60,
  default: keyLifetimeDays.default * DAY_SECONDS,
  maximum: keyLifetimeDays.maximum * DAY_SECONDS,
} as const // seconds

/** The sentences of a lifetime that a key cannot have, alike in the console and over HTTP. */
export const lifetimeFaults = {
  whole: 'A key lives a whole number of seconds.',
  short: 'A key lives at least a minute.',
  long: 'A key lives at most 30 days, which are 2,592,000 s.',
} as const

/** Keys revoked at once, at most. */
export const MOST_AT_ONCE = 100

export const keyStates = ['live', 'ended'] as const
export type KeyState = (typeof keyStates)[number]
