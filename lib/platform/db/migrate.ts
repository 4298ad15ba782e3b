import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../crypto/hash'
import { env } from '../env'
import { engine, type RawSql } from './engine'
import { openPool } from './pool'

const FOLDER = join(process.cwd(), 'prisma/migrations')
const JOURNAL = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);`
const LOCK = `SELECT pg_advisory_xact_lock(hashtext('gatehouse.migrations'));`

export type Migration = { name: string; sql: string; checksum: string }

/** The migrations that ship with this build, oldest first. */
export const shippedMigrations = (): Migration[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(FOLDER, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: sha256(sql) }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))

/** Applies what is missing: each file and its journal row in one transaction. Returns the names applied. */
export async function migrate(): Promise<string[]> {
  const url = env.MIGRATE_DATABASE_URL
  if (!url) return applyMigrations((await engine()).raw)
  const pool = openPool(url, false)
  const raw = {
    query: async (sql: string) => (await pool.query(sql)).rows as never,
    script: async (sql: string) => void (await pool.query(sql)),
  }
  return applyMigrations(raw).finally(() => pool.end())
}

/** The same on a database at hand. */
export async function applyMigrations(raw: RawSql): Promise<string[]> {
  await raw.script(`${LOCK} ${JOURNAL}`)
  const applied = await appliedMigrations(raw)
  const missing = shippedMigrations().filter((migration) => !isApplied(migration, applied))
  for (const { name, sql, checksum } of missing) {
    // The check inside the transaction makes a second process, which waited for the lock, do nothing.
    await raw.script(`${LOCK}
      DO $migration$ BEGIN
        IF NOT EXISTS (SELECT FROM _prisma_migrations WHERE migration_name = '${name}') THEN
          INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
          VALUES (gen_random_uuid(), '${checksum}', now(), '${name}', 1);
          EXECUTE ${dollarQuoted(sql)};
        END IF;
      END $migration$;`)
  }
  return missing.map(({ name }) => name)
}

function isApplied({ name, checksum }: Migration, applied: Map<string, string>): boolean {
  const known = applied.get(name)
  if (known && known !== checksum) {
    throw new Error(
      `Migration ${name} differs from the one this database was made with. Restore the released files.`,
    )
  }
  return known !== undefined
}

export async function appliedMigrations(raw: RawSql): Promise<Map<string, string>> {
  const rows = await raw.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  )
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

const dollarQuoted = (sql: string) => `$gatehouse_sql$${sql}$gatehouse_sql$`
