import { decodePunycode } from './punycode'

/** A mail domain in both spellings: for wires (`xn--…`) and for eyes and storage. */
export type HostName = { ascii: string; unicode: string }

const written = /^[\p{L}\p{M}\p{N}.-]+$/u
const hostname = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/

/** Both spellings of a domain, the same whichever of them came in; null when it is not one (UTS 46, as `URL` does it). */
export function parseHostName(text: string): HostName | null {
  const dotted = text.normalize('NFC').replace(/[。．｡]/g, '.')
  if (!written.test(dotted)) return null
  const ascii = toAscii(dotted)
  if (!ascii || ascii.length > 253 || !hostname.test(ascii)) return null
  const labels = ascii.split('.')
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-'))) return null
  if (/^\d+$/.test(labels.at(-1) ?? '')) return null
  const unicode = labels.map(readable).join('.')
  return written.test(unicode) ? { ascii, unicode } : null
}

function toAscii(domain: string): string | null {
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return null
  }
}

/** Labels that mix look-alike alphabets keep their `xn--` form, as browsers do: аpple is not apple. */
function readable(label: string): string {
  if (!label.startsWith('xn--')) return label
  const decoded = decodePunycode(label.slice(4))
  if (decoded === null || toAscii(`${decoded}.example`) !== `${label}.example`) return label
  const mixed = /\p{Script=Latin}/u.test(decoded) && /[\p{sc=Cyrl}\p{sc=Grek}]/u.test(decoded)
  return mixed ? label : decoded
}
