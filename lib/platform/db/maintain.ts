import 'server-only'
import { engine } from './engine'

// As autovacuum decides it, by what was counted since the process began, and by what the files have grown since anybody
// looked: the counts do not survive a crash.
const STALE = `
  SELECT c.oid::regclass::text AS name, s.n_dead_tup > 50 + 0.2 * s.n_live_tup AS dead
  FROM pg_class c JOIN pg_stat_user_tables s ON s.relid = c.oid
  WHERE s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0) OR s.n_dead_tup > 50 + 0.2 * s.n_live_tup
    OR pg_relation_size(c.oid) / 8192 > 10 + 1.2 * c.relpages`

/**
 * What autovacuum does on a server, the embedded engine has nobody for: without it the planner takes every table for
 * as small as it was at first. Table by table, so that requests have their turn between.
 */
export async function maintain(): Promise<string[]> {
  const { kind, raw } = await engine()
  if (kind !== 'pglite') return []
  const stale = await raw.query<{ name: string; dead: boolean }>(STALE)
  for (const { name, dead } of stale) {
    await raw.query(dead ? `VACUUM (ANALYZE) ${name}` : `ANALYZE ${name}`)
  }
  return stale.map(({ name }) => name)
}
