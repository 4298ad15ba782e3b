import type { Denial } from '@/lib/domain/problems'

/** How long a code can be allowed and collected, in ms. The official client waits for three minutes. */
export const LOGIN_CODE_LIVES = 10 * 60_000

/** What the official client asks for when nobody says otherwise, in seconds. */
export const LOGIN_SECONDS = 604_800

export const loginCodeStates = [
  'pending',
  'allowed',
  'used',
  'refused',
  'expired',
  'unknown',
] as const
export type LoginCodeState = (typeof loginCodeStates)[number]

type Row = {
  expiresAt: Date
  approvedAt: Date | null
  refusedAt: Date | null
  usedAt: Date | null
}

/** Null: nobody made it, it was swept away, or it was answered in another organization. */
export function loginCodeState(row: Row | null, now: Date): LoginCodeState {
  if (!row) return 'unknown'
  if (row.usedAt) return 'used'
  if (row.refusedAt) return 'refused'
  if (row.expiresAt <= now) return 'expired'
  return row.approvedAt ? 'allowed' : 'pending'
}

// One machine is called by both names: programs ask 127.0.0.1 where browsers ask ::1.
const isLoopback = (address: string) => address === '::1' || address.startsWith('127.')

/** Whether a login was begun where its page is read. Addresses that are not known are not the same. */
export const isSameAddress = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && (one === other || (isLoopback(one) && isLoopback(other)))

const again = 'Run anyscale login again for a new link.'
const sentences: Record<Exclude<LoginCodeState, 'pending'>, string> = {
  allowed: 'This login was allowed already. It ends in the terminal within seconds.',
  used: `This login was allowed already, and its key collected. ${again}`,
  refused: `This login was refused. ${again}`,
  expired: `This link was for ten minutes, and they are over. ${again}`,
  unknown: `This link is not known here, or was answered before. ${again}`,
}

/** What a state that can no longer be answered says to do. */
export const loginCodeSentence = (state: LoginCodeState): string =>
  state === 'pending' ? '' : sentences[state]

/** Why this code cannot be allowed now. */
export function answerDenial(state: LoginCodeState): Denial | null {
  if (state === 'pending') return null
  const code = state === 'unknown' ? 'not_found' : 'conflict'
  return { code, detail: loginCodeSentence(state) }
}

/** Why it cannot be refused now: allowed and not collected it still can. */
export const refusalDenial = (state: LoginCodeState): Denial | null =>
  state === 'allowed' ? null : answerDenial(state)
