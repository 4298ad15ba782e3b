/** What is known of a key by a text: the first characters of it, or the last six. Neither is a secret. */
export type KeyText = { publicId: string } | { lastSix: string }

const begins = /(?:^|[^0-9A-Za-z])agh_(?:pat|sa)_([0-9A-Za-z]{12})/
const ends = /^[\s.…]*([0-9A-Za-z]{6})\s*$/

/** A whole key, its beginning, or its last six characters, also amid other text; null: none of these. */
export function readKeyText(text: string): KeyText | null {
  const publicId = begins.exec(text)?.[1]
  if (publicId) return { publicId }
  const lastSix = ends.exec(text)?.[1]
  return lastSix ? { lastSix } : null
}

/** The part of a pasted text that finds a key, so that the secret of a whole one goes nowhere; null: there is none. */
export function harmless(text: string): string | null {
  const found = readKeyText(text)
  if (!found) return null
  return 'lastSix' in found
    ? found.lastSix
    : (/agh_(?:pat|sa)_[0-9A-Za-z]{12}/.exec(text)?.[0] ?? null)
}
