import 'server-only'
import { graphemes } from '@/lib/domain/graphemes'
import { isolated } from '@/lib/domain/isolated'

const JOINER = '\u2060'
const reordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const MOST = 100

/** One line: no line breaks, no control characters, so nothing can begin another header (RFC 5322 §2.2). */
export const oneLine = (text: string): string =>
  text.replace(/[\s\p{Zl}\p{Zp}\p{Cc}]+/gu, ' ').trim()

/**
 * A name that somebody chose, made safe for a sentence of ours: one line, at most 100 characters, direction kept
 * to itself, and nothing in it that a mail program turns into a link (so that an invitation advertises nothing).
 */
export function nameInMail(name: string): string {
  const line = oneLine(name.replace(reordering, ''))
    .replace(/\.(?=\S)/gu, `.${JOINER}`)
    .replace(/:(?=\/)/gu, `:${JOINER}`)
    .replace(/@/gu, `${JOINER}@${JOINER}`)
  const characters = graphemes(line)
  const short = characters.length > MOST ? `${characters.slice(0, MOST - 1).join('')}…` : line
  return isolated(short)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] as string)

const format = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** "Tue 1 Dec 2026, 14:32 UTC": where the reader's clock stands is not known. */
export function mailMoment(date: Date): string {
  const part = Object.fromEntries(
    format.formatToParts(date).map(({ type, value }) => [type, value]),
  )
  return `${part.weekday} ${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute} UTC`
}
