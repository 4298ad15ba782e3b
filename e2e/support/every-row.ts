type Query = (sql: string) => Promise<Record<string, string>[]>

const TABLES = `SELECT table_name AS name FROM information_schema.tables
  WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`

/** Every row of a database as text, by its table. */
export async function everyRow(query: Query): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>()
  for (const { name = '' } of await query(TABLES)) {
    const found = await query(`SELECT t::text AS row FROM "${name}" t`)
    rows.set(
      name,
      found.map(({ row = '' }) => row),
    )
  }
  return rows
}
