import 'server-only'
import type { SystemDb } from './doors'
import type { Prisma } from './generated/client'

type Raw = { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> }
const AT_ONCE = 2_000 // rows of one statement, about a megabyte

const snake = (word: string) => word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Inserts many rows of a model, thousands in one statement. A field that no row has takes its default; one that only
 * some of them have is NULL in the others.
 */
export async function insertMany(
  db: SystemDb,
  model: Uncapitalize<Prisma.ModelName>,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const columns = new Map<string, string>()
    const piece = rows.slice(from, from + AT_ONCE).map((row) => {
      const renamed: Record<string, unknown> = {}
      for (const [field, value] of Object.entries(row)) {
        if (value === undefined) continue
        const column = columns.get(field) ?? snake(field)
        columns.set(field, column)
        renamed[column] = value
      }
      return renamed
    })
    const names = [...columns.values()].map((column) => `"${column}"`).join(', ')
    const table = snake(model)
    await (db as unknown as Raw).$executeRawUnsafe(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, $1::json)`,
      JSON.stringify(piece),
    )
  }
}

/** Tells the planner what it is about to look into; else it takes a table filled in this transaction for empty. */
export async function analyze(db: SystemDb): Promise<void> {
  const raw = db as unknown as Raw
  await raw.$executeRawUnsafe('RESET ROLE') // its owner alone may
  await raw.$executeRawUnsafe('ANALYZE')
  await raw.$executeRawUnsafe('SET LOCAL ROLE console_system')
}
