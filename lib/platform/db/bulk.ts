import 'server-only'
import { snakeCase } from '@/lib/domain/snake-case'
import type { SystemDb } from './doors'
import type { Prisma } from './generated/client'

type Raw = {
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>
  $queryRawUnsafe<T>(sql: string): Promise<T>
}
const AT_ONCE = 2_000 // rows of one statement, about a megabyte

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
        const column = columns.get(field) ?? snakeCase(field)
        columns.set(field, column)
        renamed[column] = value
      }
      return renamed
    })
    const names = [...columns.values()].map((column) => `"${column}"`).join(', ')
    const table = snakeCase(model)
    await (db as unknown as Raw).$executeRawUnsafe(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, $1::json)`,
      JSON.stringify(piece),
    )
  }
}

/** Indexes of a whole table take longer than any statement of the program may. */
export const unhurried = (db: SystemDb): Promise<unknown> =>
  (db as unknown as Raw).$executeRawUnsafe(
    `SELECT set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`,
  )

const INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made, pg_has_role(c.relowner, 'USAGE') AS own
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`

/**
 * Fills an empty database without its indexes and makes them anew: a third of the time. Keys stay, so every constraint
 * is checked, at the latest in the end. Where the program does not own its tables, the indexes stay too.
 */
export async function withoutIndexes<T>(db: SystemDb, fill: () => Promise<T>): Promise<T> {
  const raw = db as unknown as Raw
  const found = await raw.$queryRawUnsafe<{ name: string; made: string; own: boolean }[]>(INDEXES)
  const asOwner = async (statements: string[]) => {
    await raw.$executeRawUnsafe('RESET ROLE')
    for (const sql of statements) await raw.$executeRawUnsafe(sql)
    await raw.$executeRawUnsafe('SET LOCAL ROLE console_system')
  }
  const own = found.filter(({ own }) => own)
  await asOwner(own.map(({ name }) => `DROP INDEX ${name}`))
  const result = await fill()
  await asOwner(own.map(({ made }) => made))
  return result
}

/** Tells the planner what it is about to look into; else it takes a table filled in this transaction for empty. */
export async function analyze(db: SystemDb): Promise<void> {
  const raw = db as unknown as Raw
  await raw.$executeRawUnsafe('RESET ROLE') // its owner alone may
  await raw.$executeRawUnsafe('ANALYZE')
  await raw.$executeRawUnsafe('SET LOCAL ROLE console_system')
}
