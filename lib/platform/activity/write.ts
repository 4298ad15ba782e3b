import 'server-only'
import { inSystem } from '../db/doors'

export type Touch = { organization_id: string; id: string; at: Date }
export type Touched = 'api_key' | 'session' | 'membership'
export type Batch = Record<Touched, Touch[]>

const MOST = 1_000 // rows of one statement

type Raw = { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> }

// Only forwards: another process may have written a later time.
const statement = (table: Touched, column: string) => `
  UPDATE ${table} AS row SET ${column} = touch.at
  FROM jsonb_to_recordset($1::text::jsonb) AS touch (organization_id text, id text, at timestamptz)
  WHERE row.organization_id = touch.organization_id AND row.id = touch.id
    AND (row.${column} IS NULL OR row.${column} < touch.at)`

// Always in this order, so that two processes wait for each other instead of both ways round.
const statements: [Touched, string][] = [
  ['api_key', statement('api_key', 'last_used_at')],
  ['session', statement('session', 'last_active_at')],
  ['membership', statement('membership', 'last_active_at')],
]

/** Writes a batch, all or nothing, with one statement for every thousand rows of a table. */
export const writeTouches = (batch: Batch): Promise<void> =>
  inSystem(async (db) => {
    for (const [table, sql] of statements) {
      for (let from = 0; from < batch[table].length; from += MOST) {
        const part = JSON.stringify(batch[table].slice(from, from + MOST))
        await (db as unknown as Raw).$executeRawUnsafe(sql, part)
      }
    }
  })
