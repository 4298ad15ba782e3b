export type ParsedName = { ok: true; name: string } | { ok: false; fault: string }

/** A person's name as it is stored: NFC, single spaces, 1 to 200 code points. A fault is a sentence. */
export const parseName = (text: string): ParsedName => parse(text, 200)

/** An organization's name by the same rules, 1 to 100 code points. */
export const parseOrganizationName = (text: string): ParsedName => parse(text, 100)

// U+202A–202E and U+2066–2069 reorder the text around them; zero-width spaces only make names that look alike.
const reordering = /[\u202a-\u202e\u2066-\u2069]/u
const invisible = /[\u00ad\u200b\u2060\ufeff]/gu

function parse(text: string, longest: number): ParsedName {
  const refuse = (fault: string): ParsedName => ({ ok: false, fault })
  if (text.length > 100 * longest) return refuse(`A name has at most ${longest} characters.`)
  const name = text
    .replace(invisible, '')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim()
    .normalize('NFC')
  if (name === '') return refuse('Enter a name.')
  if (/[\p{Cc}\p{Cs}]/u.test(name)) return refuse("A name can't hold control characters.")
  if (reordering.test(name)) {
    return refuse("A name can't hold characters that change the direction of text.")
  }
  if (!/[\p{L}\p{N}]/u.test(name)) return refuse('A name needs at least one letter or digit.')
  const length = Array.from(name).length
  return length > longest
    ? refuse(`A name has at most ${longest} characters. This one has ${length}.`)
    : { ok: true, name }
}

const firstCharacter = /[\p{L}\p{N}]\p{M}*/u
const hasCapitals = /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Armn}]/u

/** First and last initial in scripts with capitals ("IS", "ΛΠ"), else the first character ("渡", "م"); "?" without any. */
export function initials(name: string): string {
  const found = name
    .normalize('NFC')
    .split(/[\s\p{Z}]+/u)
    .flatMap((word) => firstCharacter.exec(word)?.[0] ?? [])
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return '?'
  if (!hasCapitals.test(first)) return first
  return found.length > 1 && hasCapitals.test(last)
    ? capital(first) + capital(last)
    : capital(first)
}

const capital = (character: string) => Array.from(character.toUpperCase())[0] ?? character

const hues = [30, 85, 150, 200, 265, 330] as const

/** The avatar's hue in degrees (tokens.css), the same for an id for ever. FNV-1a. */
export function initialsHue(id: string): (typeof hues)[number] {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return hues[(hash >>> 0) % hues.length] ?? hues[0]
}
