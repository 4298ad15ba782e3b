import 'server-only'
import pg from 'pg'

/** A value as PostgreSQL reads it. */
export function asText(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value)) return `{${value.map(asItem).join(',')}}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const asItem = (item: unknown): string => {
  if (Array.isArray(item)) return asText(item) ?? ''
  const text = asText(item)
  return text === null ? 'NULL' : `"${text.replace(/[\\"]/g, '\\$&')}"`
}

export type Field = { name: string; dataTypeID: number }
type Column = { name: string; read: (text: string) => unknown }
export type Columns = Column[]

export const columnsOf = (fields: readonly Field[]): Columns =>
  fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }))

export function rowOf(columns: Columns, fields: readonly (string | null)[]): object {
  const row: Record<string, unknown> = {}
  for (let at = 0; at < columns.length; at++) {
    const { name, read } = columns[at] as Column
    const text = fields[at] as string | null
    row[name] = text === null ? null : read(text)
  }
  return row
}

const { TEXT, TIMESTAMPTZ } = pg.types.builtins
const readerOf = (type: number): Column['read'] => {
  if (type === TEXT) return asIs
  return type === TIMESTAMPTZ ? momentOf : pg.types.getTypeParser(type, 'text')
}
const asIs = (text: string) => text

const anyMoment = pg.types.getTypeParser(TIMESTAMPTZ, 'text')

/** As `pg` reads it, and five times as fast where it is UTC in a year of four digits, which the doors see to. */
const momentOf = (text: string): unknown =>
  text[4] === '-' && text.endsWith('+00')
    ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : anyMoment(text)
