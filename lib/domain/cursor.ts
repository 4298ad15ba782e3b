/** A place in a keyset list: the sorted value and id of the row beside it, and how many rows lie before. */
export type Cursor = { value: string; id: string; offset: number; backwards: boolean }

/** Opaque to callers; says nothing that the list did not say. */
export const writeCursor = ({ value, id, offset, backwards }: Cursor): string =>
  toBase64Url(JSON.stringify([value, id, offset, backwards ? 1 : 0]))

/** Null for anything that `writeCursor` did not make. */
export function readCursor(text: string): Cursor | null {
  try {
    const parts: unknown = JSON.parse(fromBase64Url(text))
    if (!Array.isArray(parts) || parts.length !== 4) return null
    const [value, id, offset, backwards] = parts
    if (typeof value !== 'string' || typeof id !== 'string') return null
    if (`${value}${id}`.includes('\u0000')) return null // PostgreSQL compares no text with it
    if (!Number.isSafeInteger(offset) || offset < 0) return null
    return { value, id, offset, backwards: backwards === 1 }
  } catch {
    return null
  }
}

const toBase64Url = (text: string) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const fromBase64Url = (text: string) =>
  new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)),
  )
