import { parseHostName } from './host-name'

export type ParsedEmail = { ok: true; email: string } | { ok: false; fault: string }

// RFC 5321 §4.5.3.1: octets. RFC 6531 §3.3: letters of every script beside the ASCII of RFC 5322's atext.
const longest = { address: 254, local: 64 }
const localCharacter = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]$/u
const domainCharacter = /^[\p{L}\p{M}\p{N}.。．｡-]$/u
const emoji = /\p{Extended_Pictographic}/u

/**
 * One address as it is stored and compared: trimmed, NFC, lower case, its domain in Unicode (`xn--` becomes letters).
 * A fault is one or two sentences that begin with the text itself. Never throws.
 */
export function parseEmail(text: string): ParsedEmail {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, fault: 'Enter an email address.' }
  const refuse = (why: string): ParsedEmail => ({ ok: false, fault: `${shown(trimmed)} ${why}` })
  if (trimmed.length > 4 * longest.address) return refuse(tooLong)

  const [local = '', domain, ...more] = trimmed.normalize('NFC').toLowerCase().split('@')
  if (domain === undefined) return refuse('is not a complete address. It has no @.')
  if (more.length > 0) return refuse('is not one address. It has more than one @.')
  if (/[\s\p{Z}]/u.test(trimmed)) return refuse('has a space in it. An address has none.')
  if (!local) return refuse('is not a complete address. Nothing stands before the @.')
  if (!domain) return refuse('is not a complete address. Nothing stands after the @.')
  const misfit = findMisfit(local, localCharacter) ?? findMisfit(domain, domainCharacter)
  if (misfit) return refuse(`is not an address. ${misfit}`)
  if (dotsAstray(local) || dotsAstray(domain.replace(/[。．｡]/g, '.'))) {
    return refuse('is not an address. A dot stands where none can.')
  }
  if (!/[.。．｡](?!\d+$)[^.。．｡]+$/.test(domain)) {
    return refuse('is not a complete address. It has no ending such as .example.')
  }
  const host = parseHostName(domain)
  if (!host) return refuse('is not an address. Its domain is not one that can exist.')

  const name = local.normalize('NFC')
  if (octets(name) > longest.local) {
    return refuse('is too long. At most 64 characters can stand before the @.')
  }
  const size = octets(name) + 1 + Math.max(octets(host.unicode), host.ascii.length)
  return size > longest.address ? refuse(tooLong) : { ok: true, email: `${name}@${host.unicode}` }
}

const tooLong = 'is too long. An address has at most 254 characters.'
const octets = (text: string) => new TextEncoder().encode(text).length
const dotsAstray = (text: string) => /^\.|\.$|\.\./.test(text)

function findMisfit(text: string, allowed: RegExp): string | null {
  for (const character of text) {
    if (allowed.test(character) && !(character > '\u007f' && emoji.test(character))) continue
    const visible = /^[\p{P}\p{S}]$/u.test(character)
    return visible ? `It can't hold ${character}.` : "It holds a character that can't be seen."
  }
  return null
}

/** The text a sentence begins with: bounded, and without characters that would disturb the sentence. */
export function shown(text: string): string {
  const clean = text
    .slice(0, 400)
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim()
  const characters = Array.from(clean)
  return characters.length > 80 || text.length > 400
    ? `${characters.slice(0, 79).join('')}…`
    : clean || 'This'
}
