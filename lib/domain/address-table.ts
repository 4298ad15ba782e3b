import { bare, nameOf, type Piece } from './address-pieces'
import { tokenize } from './address-tokens'

/**
 * Reads lines as a table (CSV, a copied spreadsheet): every row has as many columns, and exactly one column holds
 * addresses. A first row without any is the header. Null when they are not a table; then each line is read for itself.
 */
export function readTable(lines: readonly string[]): Piece[] | null {
  for (const separator of ['\t', ',', ';']) {
    if (lines.length < 2 && separator !== '\t') return null
    const rows = lines.map((line) => cells(line, separator))
    const width = rows[0]?.length ?? 0
    if (width < 2 || rows.some((row) => row.length !== width)) continue
    const header = rows[0]?.some((cell) => cell.includes('@')) ? null : rows.shift()
    const column = rows[0]?.findIndex((cell) => cell.includes('@')) ?? -1
    if (column < 0 || !rows.every((row) => onlyAddressAt(row, column))) continue
    const names = header
      ? namedColumns(header)
      : Array.from({ length: column }, (_, index) => index)
    return rows.map((row) => {
      const name = nameOf(
        names
          .map((index) => spoken(row[index]))
          .filter(Boolean)
          .join(' '),
      )
      const address = bare(row[column] ?? '')
      return { kind: 'address', raw: address, address, ...(name && { name }) }
    })
  }
  return null
}

function cells(line: string, separator: string): string[] {
  const found: string[] = []
  let from = 0
  for (const token of tokenize(line)) {
    if (token.kind !== 'gap' || token.text !== separator) continue
    found.push(line.slice(from, token.from))
    from = token.to
  }
  return [...found, line.slice(from)].map((cell) => cell.trim())
}

const onlyAddressAt = (row: string[], column: number) =>
  row.every((cell, index) =>
    index === column ? /^[^\s@<,;]+@[^\s@<,;]+$/.test(cell) : !cell.includes('@'),
  )

/** A cell that could be part of a name: "7" and "12.5" could not. */
const spoken = (cell = '') => (/\p{L}/u.test(cell) ? cell : '')

/** Which columns make the name, in the order of speech. */
function namedColumns(header: string[]): number[] {
  const titles = header.map((title) => title.toLowerCase().replace(/["_-]/g, ' ').trim())
  const find = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title))
  const whole = find(/^((full|display) ?)?name$/)
  const parts = [find(/^(first|given) ?name$/), find(/^(last|family|sur) ?name$/)]
  const split = parts.filter((index) => index >= 0)
  return split.length > 0 ? split : whole >= 0 ? [whole] : []
}
