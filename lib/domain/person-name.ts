export type ParsedName = { ok: true; name: string } | { ok: false; fault: string }

/** A person's name as it is stored: NFC, single spaces, 1 to 200 code points. A fault is a sentence. */
export const parseName = (text: string): ParsedName => parse(text, 200)

/** An organization's name by the same rules, 1 to 100 code points. */
export const parseOrganizationName = (text: string): ParsedName => parse(text, 100)

// U+202A–202E and U+2066–2069 reorder the text around them.
const reordering = /[\u202a-\u202e\u2066-\u2069]/u
// Characters without a shape only make names that look alike: zero-width spaces, direction marks, Hangul fillers
// (which count as letters), and the tags that no flag carries.
const invisible =
  /\u00ad|\u034f|[\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u2064\u3164\ufeff\uffa0\ufff9-\ufffb]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]/gu
// Joiners shape Arabic, Indic and emoji, one at a time; elsewhere they do nothing that is seen.
const moreJoiners = /(?<=[\u200c\u200d])[\u200c\u200d]+/gu
const idleJoiner =
  /(?<=^|[\s\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{N}\p{P}])[\u200c\u200d]|[\u200c\u200d](?=\s|$)/gu
// Hebrew and Tibetan need four or five; a hundred reach over the lines around them.
const stacked = /(?:(?![\ufe00-\ufe0f])\p{Mn}){7}/u

function parse(text: string, longest: number): ParsedName {
  const refuse = (fault: string): ParsedName => ({ ok: false, fault })
  if (text.length > 100 * longest) return refuse(`A name has at most ${longest} characters.`)
  const name = text
    .replace(invisible, '')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(moreJoiners, '')
    .replace(idleJoiner, '')
    .trim()
    .normalize('NFC')
  if (name === '') return refuse('Enter a name.')
  if (/[\p{Cc}\p{Cs}]/u.test(name)) return refuse("A name can't hold control characters.")
  if (reordering.test(name)) {
    return refuse("A name can't hold characters that change the direction of text.")
  }
  if (stacked.test(name)) return refuse("A name can't pile more than six marks on a letter.")
  if (!/[\p{L}\p{N}]/u.test(name)) return refuse('A name needs at least one letter or digit.')
  const length = Array.from(name).length
  return length > longest
    ? refuse(`A name has at most ${longest} characters. This one has ${length}.`)
    : { ok: true, name }
}
