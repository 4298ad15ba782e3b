/**
 * What a spreadsheet takes for a formula (OWASP "CSV injection"), also behind white space, quotes and characters that
 * are not seen, and in full width. Apostrophes count as quotes, so that one put before it can be told from its own.
 */
const formula = /^[\s\p{Cf}"'’＂＇]*[=+\-@\t\r\n＝＋－＠﹢﹣﹦﹫−]/u

/** The cell with an apostrophe before what would be computed: spreadsheets then show it as the text it is. */
export const neutral = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** The cell as it was before `neutral`. */
export const original = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell

/** First in a file: without it spreadsheets take UTF-8 for the letters of their own country. */
export const byteOrderMark = '\ufeff'

/**
 * One record (RFC 4180). Every cell stands in quotes: where a spreadsheet separates by semicolons, one within a name
 * would begin a cell of its own, and that a formula.
 */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${neutral(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
