/** `gap` is a separator (, ; or tab); `quoted`, `angle` and `round` are what stood inside "…", <…> and (…). */
export type Token = {
  kind: 'word' | 'quoted' | 'angle' | 'round' | 'gap'
  text: string
  from: number
  to: number
}

// No address or display name is longer; beyond it a quote or bracket is a stray character, which keeps this linear.
const longestInside = 400

/** Pasted text without what only machines see; other scripts' separators as the plain ones. Same meaning, one line break. */
export const tidy = (text: string): string =>
  text
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[，、،]/g, ',')
    .replace(/[；؛]/g, ';')
    .replace(/[“”„«»]/g, '"')
    .replace(/＜/g, '<')
    .replace(/＞/g, '>')
    .replace(/＠/g, '@')

/** The tokens of one line, in one pass. Stray quotes and brackets vanish. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < line.length; ) {
    const character = line[at] ?? ''
    const inside = enclosed(line, at)
    if (inside) {
      tokens.push(inside)
      at = inside.to
    } else if (/[,;\t]/.test(character)) {
      tokens.push({ kind: 'gap', text: character, from: at, to: at + 1 })
      at++
    } else if (/[\s<>"(]/.test(character)) {
      at++
    } else {
      const from = at
      while (at < line.length && !/[\s,;<>]/.test(line[at] ?? '')) at++
      tokens.push({ kind: 'word', text: line.slice(from, at), from, to: at })
    }
  }
  return tokens
}

function enclosed(line: string, at: number): Token | null {
  const opener = line[at]
  if (opener === '"') return quoted(line, at)
  const kind = opener === '<' ? 'angle' : opener === '(' ? 'round' : null
  if (!kind) return null
  const end = near(line, kind === 'angle' ? '>' : ')', at + 1)
  if (end < 0) return null
  const text = line
    .slice(at + 1, end)
    .replace(/^<+/, '')
    .trim()
  const unfit = kind === 'angle' ? /[,;\t<]/ : /[@\t]/
  return unfit.test(text) ? null : { kind, text, from: at, to: end + 1 }
}

/** A doubled or escaped quote stands for itself (RFC 4180 §2.7, RFC 5322 §3.2.4). */
function quoted(line: string, at: number): Token | null {
  let end = near(line, '"', at + 1)
  while (end >= 0 && end - at <= longestInside) {
    if (line[end + 1] === '"' && end > at + 1) end = near(line, '"', end + 2)
    else if (line[end - 1] === '\\') end = near(line, '"', end + 1)
    else {
      const text = line
        .slice(at + 1, end)
        .replace(/""|\\"/g, '"')
        .trim()
      return { kind: 'quoted', text, from: at, to: end + 1 }
    }
  }
  return null
}

/** Where a character stands next, or -1 when it is too far away to belong to what was opened. */
function near(line: string, character: string, from: number): number {
  const at = line.slice(from, from + longestInside).indexOf(character)
  return at < 0 ? -1 : from + at
}
