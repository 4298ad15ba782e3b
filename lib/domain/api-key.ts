import { base62, randomText } from './random'

export const apiKeyKinds = ['pat', 'sa', 'scim'] as const
export type ApiKeyKind = (typeof apiKeyKinds)[number]

/** `publicId` finds the row, `secret` is what is hashed, `lastSix` is what lists show. */
export type ApiKeyParts = { kind: ApiKeyKind; publicId: string; secret: string; lastSix: string }

/** For secret scanners: any key of ours inside other text. The checksum then leaves no false positives. */
export const apiKeyPattern = /\bagh_(?:pat|sa|scim)_[0-9A-Za-z]{50}\b/
const wholeKey = /^agh_(pat|sa|scim)_([0-9A-Za-z]{12})([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/

/** A new key (DESIGN §6; 12 public, 32 secret characters, 190 bits). `key` is shown once and kept nowhere. */
export function mintApiKey(kind: ApiKeyKind): ApiKeyParts & { key: string } {
  const publicId = randomText(base62, 12)
  const secret = randomText(base62, 32)
  const body = `agh_${kind}_${publicId}${secret}`
  const lastSix = checksum(body)
  return { key: body + lastSix, kind, publicId, secret, lastSix }
}

/** The parts of a key, or null when its shape or checksum is wrong: a typing error never reaches the database. */
export function parseApiKey(text: string): ApiKeyParts | null {
  const match = wholeKey.exec(text)
  if (!match) return null
  const [, kind, publicId, secret, lastSix] = match as unknown as [string, ...string[]]
  if (!publicId || !secret || !lastSix || checksum(text.slice(0, -6)) !== lastSix) return null
  return { kind: kind as ApiKeyKind, publicId, secret, lastSix }
}

/** CRC32 in six base62 digits; a CRC32 notices every change within 32 bits (standards.md E10). */
function checksum(text: string): string {
  let rest = crc32(text)
  let digits = ''
  for (let place = 0; place < 6; place++) {
    digits = base62[rest % 62] + digits
    rest = Math.floor(rest / 62)
  }
  return digits
}

function crc32(ascii: string): number {
  let crc = 0xffffffff
  for (let at = 0; at < ascii.length; at++) {
    crc ^= ascii.charCodeAt(at)
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
