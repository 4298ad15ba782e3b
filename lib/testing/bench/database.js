// @ts-check
import { join } from 'node:path'

/**
 * SQL as the owner of the tables, on either engine, while no program holds the embedded one.
 * @typedef {{ query: <Row = any>(sql: string, values?: unknown[]) => Promise<Row[]>, close: () => Promise<void> }} Sql
 * @param {{ databaseUrl?: string, dataDir: string }} where @returns {Promise<Sql>}
 */
export async function openSql({ databaseUrl, dataDir }) {
  if (databaseUrl) {
    const { default: pg } = await import('pg')
    const client = new pg.Client(databaseUrl)
    await client.connect()
    return {
      query: async (sql, values) => (await client.query(sql, values)).rows,
      close: () => client.end(),
    }
  }
  const [{ PGlite }, { btree_gin }, { pg_trgm }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/btree_gin'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
  ])
  const embedded = await PGlite.create({
    dataDir: join(dataDir, 'database'),
    extensions: { pg_trgm, btree_gin },
  })
  return {
    query: async (sql, values) => /** @type {any} */ ((await embedded.query(sql, values)).rows),
    close: () => embedded.close(),
  }
}
