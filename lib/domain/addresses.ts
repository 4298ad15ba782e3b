import { type Piece, readPieces } from './address-pieces'
import { readTable } from './address-table'
import { tidy } from './address-tokens'
import { parseEmail } from './email'

export type AddressEntry =
  | { raw: string; name?: string; email: string }
  | { raw: string; fault: string }

/** `entries` in the order of the text, each address once; `doubles` are those that stood there more than once. */
export type ParsedAddresses = { entries: AddressEntry[]; doubles: string[] }

/** More than this is not read; the last entry then says so as a fault. */
export const addressBounds = { characters: 100_000, entries: 1_000 } as const

/**
 * Takes whatever a human pastes: lists by comma, semicolon, space or line, "Name <a@b.c>", mailto:, mail headers, CSV.
 * Emails as `parseEmail` gives them. Never throws; time grows with the text and ends at the bounds.
 */
export function parseAddresses(text: string): ParsedAddresses {
  const byEmail = new Map<string, { raw: string; name?: string; email: string }>()
  const doubles = new Set<string>()
  const entries: AddressEntry[] = []
  const { head, cut } = headOf(text)
  const lines = tidy(head)
    .split('\n')
    .filter((line) => line.trim() !== '')

  for (const piece of readTable(lines) ?? eachLine(lines)) {
    const { name } = piece.kind === 'address' ? piece : { name: undefined }
    const parsed = parseEmail(piece.kind === 'address' ? piece.address : piece.raw)
    const known = parsed.ok ? byEmail.get(parsed.email) : undefined
    if (known) {
      doubles.add(known.email)
      if (name) known.name ??= name
      continue
    }
    if (entries.length === addressBounds.entries) {
      entries.push(leftOut(`Only the first ${words(addressBounds.entries)} entries were read.`))
      return { entries, doubles: [...doubles] }
    }
    const raw = piece.raw.length > 400 ? `${piece.raw.slice(0, 399)}…` : piece.raw
    if (!parsed.ok) entries.push({ raw, fault: parsed.fault })
    else {
      const entry = { raw, email: parsed.email, ...(name && { name }) }
      byEmail.set(entry.email, entry)
      entries.push(entry)
    }
  }
  if (cut) {
    entries.push(leftOut(`Only the first ${words(addressBounds.characters)} characters were read.`))
  }
  return { entries, doubles: [...doubles] }
}

function* eachLine(lines: readonly string[]): Generator<Piece> {
  for (const line of lines) yield* readPieces(line)
}

const leftOut = (fault: string): AddressEntry => ({ raw: '…', fault })
const words = (count: number) => count.toLocaleString('en-US')

/** The part that is read. It ends at a separator, so that no address is cut into another one. */
function headOf(text: string): { head: string; cut: boolean } {
  if (text.length <= addressBounds.characters) return { head: text, cut: false }
  const head = text.slice(0, addressBounds.characters)
  let end = head.length
  while (end > 0 && !/[\s,;]/.test(head[end - 1] ?? '')) end--
  return { head: head.slice(0, end), cut: true }
}
