import { fold } from '@/lib/domain/fold'

type Findable = { id: string; label: string; words?: string }

/** 0: the label begins so; 1: a word of it does; 2: another word for it does; 3: somewhere inside; null: no. */
function rankOf({ label, words = '' }: Findable, part: string): number | null {
  const name = fold(label)
  if (name.startsWith(part)) return 0
  const begins = (text: string) =>
    text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(part))
  if (begins(name)) return 1
  if (begins(fold(words))) return 2
  return name.includes(part) ? 3 : null
}

/** What has every word that was typed, the best first; among equals what was used last, then the given order. */
export function findEntries<T extends Findable>(
  entries: readonly T[],
  text: string,
  recent: readonly string[],
): T[] {
  const parts = fold(text).split(' ').filter(Boolean)
  const used = (id: string) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  return entries
    .map((entry) => ({ entry, ranks: parts.map((part) => rankOf(entry, part)) }))
    .filter(({ ranks }) => !ranks.includes(null))
    .map(({ entry, ranks }) => ({ entry, rank: Math.max(0, ...ranks.map(Number)) }))
    .sort((a, b) => a.rank - b.rank || used(a.entry.id) - used(b.entry.id))
    .map(({ entry }) => entry)
}

/** "remove ann" is the verb "remove" and somebody called "ann"; a verb alone, or none, is somebody. */
export function splitVerb(
  text: string,
  verbs: readonly string[],
): { verb: string | null; who: string } {
  const [first = '', ...rest] = text.trim().split(/\s+/)
  const verb = verbs.find((known) => known === first.toLowerCase()) ?? null
  return verb && rest.length > 0 ? { verb, who: rest.join(' ') } : { verb: null, who: text.trim() }
}

const KEPT = 8

/** Ids from memory, the latest first; anything else counts as none. */
export function parseRecent(text: string | null): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(value)) return []
    return value.filter((id): id is string => typeof id === 'string').slice(0, KEPT)
  } catch {
    return []
  }
}

export const withRecent = (recent: readonly string[], id: string): string[] =>
  [id, ...recent.filter((other) => other !== id)].slice(0, KEPT)

/** The parts of a text before, in and after what was typed, for the bold type. */
export function markedParts(text: string, typed: string): [string, string, string] {
  const at = typed ? text.toLowerCase().indexOf(typed.toLowerCase()) : -1
  // Letters that grow in lower case would shift the place.
  if (at < 0 || text.toLowerCase().length !== text.length) return [text, '', '']
  const end = at + typed.length
  return [text.slice(0, at), text.slice(at, end), text.slice(end)]
}
