import { parseApiKey } from '@/lib/domain/api-key'
import { tokenPrefixes } from '@/lib/domain/tokens'

/** Our own expressions: what each text is, and whether a match is one. Made-up keys have no checksum. */
const kinds: [name: string, pattern: RegExp, is?: (text: string) => boolean][] = [
  ['an API key', /agh_(?:pat|sa|scim)_[0-9A-Za-z]{50}/g, (text) => parseApiKey(text) !== null],
  [
    'a token of a link or a cookie',
    new RegExp(`(?:${Object.values(tokenPrefixes).join('|')})[0-9A-Za-z]{43}`, 'g'),
  ],
  ['a signed token (JWT)', /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{20,}/g],
  ['a session (JWE)', /eyJ[\w-]{8,}\.[\w-]*\.[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g],
]

/** The secrets of ours in a text, by what they are and how they begin. */
export function secretsIn(text: string): string[] {
  const found = kinds.flatMap(([name, pattern, is = () => true]) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => is(match))
      .map(([match]) => `${name}: ${match.slice(0, 12)}…`),
  )
  return [...new Set(found)]
}

/** What no page and no refusal ever says. A link's own page has its address in it. */
export const keysIn = (text: string): string[] =>
  secretsIn(text).filter((found) => /^(?:an API key|a signed)/.test(found))

/** What a log may have: the one link of an empty installation, which its terminal is for. */
export const secretsInLog = (log: string): string[] =>
  secretsIn(log).filter((found) => !found.includes(tokenPrefixes.set_up))
