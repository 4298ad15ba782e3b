import { type AddressEntry, type ParsedAddresses, parseAddresses } from '@/lib/domain/addresses'
import { isOutside } from '@/lib/domain/invitation-domains'
import type { InvitationPreview } from './preview'

export const none: ParsedAddresses = { entries: [], doubles: [] }

/** What tells two entries apart; also what is sent. */
export const keyOf = (entry: AddressEntry) => ('email' in entry ? entry.email : entry.raw)

/** The list with whatever was typed or pasted; an address that is there already is merged. */
export function add(list: ParsedAddresses, text: string): ParsedAddresses {
  const parsed = parseAddresses(text)
  const known = new Set(list.entries.map(keyOf))
  const again = parsed.entries.filter((entry) => known.has(keyOf(entry)) && 'email' in entry)
  return {
    entries: [...list.entries, ...parsed.entries.filter((entry) => !known.has(keyOf(entry)))],
    doubles: [...new Set([...list.doubles, ...parsed.doubles, ...again.map(keyOf)])],
  }
}

export const remove = (list: ParsedAddresses, key: string): ParsedAddresses => ({
  entries: list.entries.filter((entry) => keyOf(entry) !== key),
  doubles: list.doubles.filter((email) => email !== key),
})

/** The address in text that is not committed yet, if it is a whole one. */
export function emailIn(draft: string): string | null {
  const [entry, ...more] = parseAddresses(draft).entries
  return entry && 'email' in entry && more.length === 0 ? entry.email : null
}

/** Whether typing has come to the end of an address: a separator, but a space may stand within a name. */
export function isFinished(draft: string): boolean {
  if (/[,;\n]\s*$/.test(draft)) return true
  const opens = draft.split('<').length - draft.split('>').length
  return /@\S+\s$/.test(draft) && opens === 0
}

const ASKED_CHARACTERS = 6_000 // a read's input stands in its address, and servers refuse long ones

/** The addresses a preview can be asked about: as many as fit. */
export function askable(entries: readonly AddressEntry[]): string[] {
  const emails: string[] = []
  let size = 0
  for (const entry of entries) {
    if (!('email' in entry)) continue
    size += encodeURIComponent(entry.email).length + 9
    if (size > ASKED_CHARACTERS) break
    emails.push(entry.email)
  }
  return emails
}

export type Mark = 'fault' | 'member' | 'outside' | 'limited' | 'invited' | null

/** What would happen to each entry, as far as the preview says. Where the limits end, they end for all that follow. */
export function marksOf(entries: readonly AddressEntry[], preview: InvitationPreview | undefined) {
  const asked = new Set(askable(entries))
  const isFull = Boolean(preview?.limited.length)
  const members = new Set(preview?.members)
  const limited = new Set(preview?.limited.map(({ email }) => email))
  const invited = new Set(preview?.invited.map(({ email }) => email))
  return new Map(
    entries.map((entry): [string, Mark] => {
      const key = keyOf(entry)
      if (!('email' in entry)) return [key, 'fault']
      if (members.has(key)) return [key, 'member']
      if (isOutside(key, preview?.domains ?? [])) return [key, 'outside']
      if (limited.has(key) || (isFull && !asked.has(key))) return [key, 'limited']
      return [key, invited.has(key) ? 'invited' : null]
    }),
  )
}

/** How many would be sent: all without a fault, as far as the limits leave room. */
export function sendable(marks: ReadonlyMap<string, Mark>, limits?: InvitationPreview['limits']) {
  const of = (...wanted: Mark[]) => [...marks.values()].filter((m) => wanted.includes(m)).length
  if (!limits) return of(null, 'invited')
  const today = Math.max(0, limits.maxPerDay - limits.sentInDay)
  const places = Math.max(0, limits.maxPending - limits.pending)
  return Math.min(of('invited') + Math.min(of(null), places), today)
}
