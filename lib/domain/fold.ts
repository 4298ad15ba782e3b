const letters: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ŋ: 'n',
  ı: 'i', ĸ: 'k', ƙ: 'k', ɓ: 'b', ɗ: 'd', ɖ: 'd', ɛ: 'e', ə: 'e', ɔ: 'o', ƴ: 'y', ɨ: 'i', ʉ: 'u',
  ς: 'σ', ґ: 'г', ʻ: "'", ʼ: "'", '‘': "'", '’': "'", '`': "'", '‐': '-', '‑': '-', '–': '-',
  '—': '-',
} // biome-ignore format: a table
const lettersPattern = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu')

// Marks that a reader may leave out: accents of any alphabet, Cyrillic titlo, Hebrew points, Arabic vowels and tatweel.
// Others stay: in Devanagari or Thai marks are vowels, in kana they are other syllables.
const accents = /(?!\u3099|\u309a)(?=\p{Mn})\p{sc=Inherited}|(?=\p{Mn})\p{sc=Cyrillic}/gu
const hebrewAndArabic = /(?=\p{M})[\u0591-\u06ed]|\u0640/gu

/** Text for search and order, the same on every engine: NFKD, no marks, lower case, plain letters, single spaces. */
export function fold(text: string): string {
  return text
    .replace(/´/g, "'")
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(hebrewAndArabic, '')
    .replace(lettersPattern, (letter) => letters[letter] ?? letter)
    .replace(/[\p{Cc}\p{Z}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

export const searchable = (name: string, email: string): string => `${fold(name)} ${fold(email)}`

const keyLength = 200

/** What a list is ordered by, without a tie-breaker; at most 200 characters. */
export const nameSortKey = (name: string): string => cut(fold(name), keyLength)

/** `nameSortKey` made unique by the id, at most 200 characters. U+0001 sorts "Anna" before "Anna B". */
export const sortKey = (name: string, id: string): string =>
  `${cut(fold(name), Math.max(0, keyLength - 1 - id.length))}\u0001${id}`

const cut = (text: string, length: number) =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')

/** Text that LIKE takes letter for letter: its wildcards escaped for `ESCAPE '\'`. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export type SearchPattern =
  | { kind: 'none' }
  | { kind: 'prefix'; prefix: string; pattern: string; before: string }
  | { kind: 'contains'; pattern: string }

/**
 * How a query is answered. One or two characters have no trigram: compare the start of a folded column, by the range
 * `prefix` ≤ x < `before` (COLLATE "C") or by LIKE `pattern`. Patterns are folded and escaped for `ESCAPE '\'`.
 */
export function searchPattern(query: string): SearchPattern {
  const folded = cut(fold(query.slice(0, 4 * keyLength)), keyLength).trim()
  if (folded === '') return { kind: 'none' }
  const escaped = escapeLike(folded)
  if (Array.from(folded).length >= 3) return { kind: 'contains', pattern: `%${escaped}%` }
  return { kind: 'prefix', prefix: folded, pattern: `${escaped}%`, before: `${folded}\u{10ffff}` }
}

/** The LIKE pattern of a query; null: it asks for nothing. */
export function patternOf(query: string | undefined): string | null {
  const found = searchPattern(query ?? '')
  return found.kind === 'none' ? null : found.pattern
}
