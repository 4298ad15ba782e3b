export const base36 = '0123456789abcdefghijklmnopqrstuvwxyz'
export const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Characters drawn evenly from an alphabet of at most 256: bytes that would favour its beginning are thrown away. */
export function randomText(alphabet: string, length: number): string {
  const fair = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < length) {
    for (const byte of globalThis.crypto.getRandomValues(new Uint8Array(Math.min(length, 1024)))) {
      if (byte < fair && text.length < length) text += alphabet[byte % alphabet.length]
    }
  }
  return text
}
