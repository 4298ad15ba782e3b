import type { Caller } from '@/lib/kernel/caller'
import type { AnyQuery } from '@/lib/kernel/define'
import { readIdentity, readTenant } from '@/lib/platform/db/doors'
import type { TestMember } from '@/lib/testing/people'

// As the executor itself counts them, in the transaction at hand: what a plan promises is not asked, but what it read,
// inside functions too. Of its few rows the planner may read these tables from end to end.
const COUNTERS = `
  SELECT c.relname AS table, pg_stat_get_xact_numscans(c.oid)::int AS scans, pg_stat_get_xact_tuples_returned(c.oid)::int
      + pg_stat_get_xact_tuples_fetched(c.oid)::int AS rows,
    (SELECT coalesce(sum(pg_stat_get_xact_tuples_returned(i.indexrelid)), 0)::int FROM pg_index i WHERE i.indrelid = c.oid) AS entries
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    AND c.relname NOT IN ('organization', 'organization_counter', 'organization_policy')`

type Counter = { table: string; scans: number; rows: number; entries: number }
type Raw = { $queryRawUnsafe<T>(sql: string): Promise<T> }

/** What a query read, as its caller runs it: tables read from end to end, and rows or entries of indexes looked at. */
export async function readsOf(
  use: AnyQuery,
  { caller, ...self }: TestMember,
  input: object = {},
  target?: object,
) {
  const run = async (db: unknown) => {
    const count = () => (db as Raw).$queryRawUnsafe<Counter[]>(COUNTERS)
    const start = new Map((await count()).map((counter) => [counter.table, counter]))
    const context = {
      db,
      self,
      caller: caller as Caller,
      now: new Date(),
      organizationId: caller.organizationId,
      access: { organizationRole: self.role },
      target,
    }
    await use.run(context as never, use.input.parse(input) as never)
    const tables = (await count()).map(({ table, scans, rows, entries }) => {
      const before = start.get(table) as Counter
      return {
        table,
        scans: scans - before.scans,
        rows: Math.max(rows - before.rows, entries - before.entries),
      }
    })
    return {
      scanned: tables.filter(({ scans }) => scans > 0).map(({ table }) => table),
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    }
  }
  return use.scope === 'person' ? readIdentity(run) : readTenant(caller.organizationId, run)
}
