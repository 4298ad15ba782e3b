import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { expect, test } from 'vitest'
import { shippedMigrations } from '@/lib/platform/db/migrate'

// The engine serves this test alone: the migrations are SQL and are applied by lib/platform/db/migrate.ts.
const ENGINE = '@prisma/schema-engine-wasm'

const SCHEMA = join(process.cwd(), 'prisma/schema')
const schema = readdirSync(SCHEMA).map((name) => ({
  path: name,
  content: readFileSync(join(SCHEMA, name), 'utf8'),
}))

/** The SQL by which Prisma itself would make the database of prisma/schema. */
async function sqlOfSchema(): Promise<string> {
  const glue = await import(`${ENGINE}/schema_engine_bg`)
  const wasm = readFileSync(join(process.cwd(), `node_modules/${ENGINE}/schema_engine_bg.wasm`))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports as { __wbindgen_start?(): void }).__wbindgen_start?.()
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(new PGlite()) as never)
  const engine = await glue.SchemaEngine.new(
    { datamodels: schema.map(({ path, content }) => [path, content]) },
    () => {},
    adapter,
  )
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: schema },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout
}

async function shapeOf(...scripts: string[]) {
  const db = new PGlite({ extensions: { pg_trgm, btree_gin } })
  for (const script of scripts) await db.exec(script)
  const rows = async (sql: string) =>
    (await db.query<{ line: string }>(sql)).rows.map(({ line }) => line)
  const columns = await rows(`
    SELECT concat_ws(' ', c.table_name, c.column_name, c.udt_name, c.datetime_precision, c.is_nullable,
      replace(c.column_default, '::text', '')) AS line
    FROM information_schema.columns c WHERE c.table_schema = 'public' ORDER BY 1`)
  const keys = await rows(`
    SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS line FROM pg_constraint
    WHERE contype IN ('p', 'f') AND connamespace = 'public'::regnamespace ORDER BY 1`)
  const indexes = await rows(`
    SELECT replace(indexdef, ' COLLATE "C"', '') AS line FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`)
  await db.close()
  return { columns, keys, indexes: indexes.map(withoutName) }
}

const withoutName = (definition: string) => definition.replace(/INDEX \S+ ON/, 'INDEX ON')

test('the migrations and prisma/schema describe the same database', async () => {
  const migrated = await shapeOf(...shippedMigrations().map(({ sql }) => sql))
  const declared = await shapeOf(await sqlOfSchema())
  expect(migrated.columns).toEqual(declared.columns)
  expect(migrated.keys).toEqual(declared.keys)
  // The migrations have further indexes that Prisma cannot describe (partial, trigram), never fewer.
  expect(migrated.indexes).toEqual(expect.arrayContaining(declared.indexes))
}, 60_000)
