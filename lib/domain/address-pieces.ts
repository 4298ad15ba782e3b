import { type Token, tokenize } from './address-tokens'
import { parseName } from './person-name'

/** What one line holds: addresses (whether good is not yet said), and words that belong to none. */
export type Piece =
  | { kind: 'address'; raw: string; address: string; name?: string }
  | { kind: 'words'; raw: string }

type FoundAddress = Extract<Piece, { kind: 'address' }> & { angle: boolean }
type FoundWords = Extract<Piece, { kind: 'words' }> & { quoted: boolean; count: number }
type Found = FoundAddress | FoundWords

/** Reads one line as people write it: words before an address are its name, and so is what stands in (…) behind it. */
export function readPieces(line: string): Piece[] {
  const fields: { separator: string; tokens: Token[] }[] = [{ separator: '', tokens: [] }]
  for (const token of tokenize(line)) {
    if (token.kind === 'gap') fields.push({ separator: token.text, tokens: [] })
    else fields.at(-1)?.tokens.push(token)
  }
  const pieces: Found[] = []
  for (const { separator, tokens } of fields) {
    const [first, ...rest] = readField(line, tokens)
    if (!first) continue
    const before = pieces.at(-1)
    if (before?.kind === 'words' && first.kind === 'address' && separator !== ';') {
      const name = nameAcross(before, first)
      if (name) {
        pieces.pop()
        first.raw = `${before.raw}${separator} ${first.raw}`
        first.name = name
      }
    }
    pieces.push(first)
    for (const piece of rest) pieces.push(piece)
  }
  return pieces
}

/** `Vogt, Lena <…>`, `"Vogt, Lena",lena@…` and `Lena Vogt, lena@…` are one person; in `lena, ole@…` lena is a mistake. */
function nameAcross(words: FoundWords, address: FoundAddress): string | undefined {
  if (address.angle) return nameOf(address.name ? `${address.name} ${words.raw}` : words.raw)
  const human = words.quoted || words.count > 1
  return human && !address.name ? nameOf(words.raw) : undefined
}

function readField(line: string, tokens: Token[]): Found[] {
  const pieces: Found[] = []
  let words: Token[] = []
  const take = (token: Token, address: string) => {
    const name = nameOf(words.map(({ text }) => text).join(' '))
    const raw = line.slice(words[0]?.from ?? token.from, token.to)
    pieces.push({
      kind: 'address',
      raw,
      address,
      ...(name && { name }),
      angle: token.kind === 'angle',
    })
    words = []
  }
  for (const [at, token] of tokens.entries()) {
    const last = pieces.at(-1)
    if (token.kind === 'round') {
      const name = nameOf(token.text)
      if (last?.kind === 'address' && words.length === 0 && name) last.name ??= name
      else if (words.length > 0) words.push(token)
    } else if (token.kind === 'angle') {
      const address = bare(token.text)
      // Outlook copies a link as "lena@x.example<mailto:lena@x.example>".
      const copy = last?.kind === 'address' && words.length === 0 && sameText(last.address, address)
      if (address && !copy) take(token, address)
    } else if (token.text.includes('@')) {
      // A display name that is itself an address: the one in <…> counts.
      if (token.kind === 'quoted' && tokens[at + 1]?.kind === 'angle') continue
      for (const part of token.text.split(/[\s,;]+/)) if (bare(part)) take(token, bare(part))
    } else if (/[\p{L}\p{N}]/u.test(token.text) && !isLabel(token.text)) words.push(token)
  }
  const [from, to] = [words[0]?.from, words.at(-1)?.to]
  if (from === undefined) return pieces
  const quoted = words[0]?.kind === 'quoted'
  const raw = quoted && words[0] ? words.map(({ text }) => text).join(' ') : line.slice(from, to)
  return [...pieces, { kind: 'words', raw, quoted, count: words.length }]
}

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** "To:", "1." and "2)" stand before addresses, and mean nothing. */
const isLabel = (word: string) => /:$|^\d{1,4}[.)]$|^e-?mail$/i.test(word)

/** A name as a hint; "Vogt, Lena" turned round. Undefined when it could not be one. */
export function nameOf(text: string): string | undefined {
  const plain = trimMarks(text.replace(/^"|"$/g, ''))
  const [last, first, ...more] = plain.split(',').map((part) => part.trim())
  const turned =
    last && first && more.length === 0 && !/^(inc|llc|ltd|jr|sr|ph\.?d|md)\.?$/i.test(first)
  const parsed = parseName(turned ? `${first} ${last}` : plain)
  return parsed.ok && /\p{L}/u.test(parsed.name) ? parsed.name : undefined
}

/** An address without mailto:, brackets, quotes and the punctuation of the sentence it stood in. */
export function bare(text: string): string {
  const word = trimMarks(text)
  if (!/^mailto:/i.test(word)) return word
  const address = word.slice(7).split('?')[0] ?? ''
  try {
    return trimMarks(decodeURIComponent(address))
  } catch {
    return trimMarks(address)
  }
}

/** Both ends without marks; a loop, because a pattern anchored at the end is quadratic on "....x". */
function trimMarks(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && `'"<([*\`‘’ `.includes(text[from] ?? '')) from++
  while (to > from && `'">)]*\`.:!?,;…。‘’ `.includes(text[to - 1] ?? '')) to--
  return text.slice(from, to)
}
