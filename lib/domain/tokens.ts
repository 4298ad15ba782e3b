import { base62, randomText } from './random'

/** Secrets that travel in links and cookies. The prefix says what a leaked one was for. */
export const tokenPrefixes = {
  invitation: 'gth_inv_',
  sign_in_attempt: 'gth_sia_',
  ticket: 'gth_tkt_',
  set_up: 'gth_set_',
  /** A mailed link: reset, sign-in, registration, change of address. */
  link: 'gth_lnk_',
  /** A browser's own cookie, by which it is known again. */
  device: 'gth_dev_',
  /** What `anyscale login` waits with. */
  login: 'gth_lgn_',
} as const
export type TokenKind = keyof typeof tokenPrefixes

const randomLength = 43

/** A new token: the kind's prefix and 43 base62 characters, 256 bits. Store only its hash. */
export const mintToken = (kind: TokenKind): string =>
  tokenPrefixes[kind] + randomText(base62, randomLength)

/** Whether a value has the shape of such a token; says nothing about whether it was ever made. */
export const isToken = (kind: TokenKind, value: unknown): value is string =>
  typeof value === 'string' &&
  value.startsWith(tokenPrefixes[kind]) &&
  /^[0-9A-Za-z]{43}$/.test(value.slice(tokenPrefixes[kind].length))

/** SHA-256 in hex, for storing and looking up. Unsalted, because a token's 256 bits can't be guessed. */
export async function hashToken(token: string): Promise<string> {
  const bytes = new TextEncoder().encode(token)
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
