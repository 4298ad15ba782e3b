import 'server-only'
import { inSystem } from '../db/doors'

export type Touch = { organization_id: string; id: string; at: Date }
export type KeyTouch = Touch & { address: string | null; client: string | null }
/** So often a key called a use case on a day (UTC). */
export type KeyUse = {
  organization_id: string
  id: string
  day: string
  use_case: string
  requests: number
}
export type Batch = {
  api_key: KeyTouch[]
  service_account: Touch[]
  session: Touch[]
  membership: Touch[]
  uses: KeyUse[]
}

const MOST = 1_000 // rows of one statement

type Raw = { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> }

// Only forwards: another process may have written a later time.
const statement = (table: string, column: string, more = '', columns = '') => `
  UPDATE ${table} AS row SET ${column} = touch.at${more}
  FROM jsonb_to_recordset($1::text::jsonb) AS touch (organization_id text, id text, at timestamptz${columns})
  WHERE row.organization_id = touch.organization_id AND row.id = touch.id
    AND (row.${column} IS NULL OR row.${column} < touch.at)`

// Added to what other processes counted. A key that went meanwhile has no days any more.
const USES = `
  INSERT INTO api_key_use AS known (organization_id, key_id, day, use_case, requests)
  SELECT k.organization_id, k.id, used.day, used.use_case, used.requests
  FROM jsonb_to_recordset($1::text::jsonb) AS used (organization_id text, id text, day date, use_case text, requests int)
  JOIN api_key k ON k.organization_id = used.organization_id AND k.id = used.id
  ORDER BY 1, 2, 3, 4
  ON CONFLICT (organization_id, key_id, day, use_case) DO UPDATE SET requests = known.requests + excluded.requests`

const FROM = ', last_used_address = touch.address, last_used_client = touch.client'

// Always in this order, so that two processes wait for each other instead of both ways round.
const statements: [keyof Batch, string][] = [
  ['api_key', statement('api_key', 'last_used_at', FROM, ', address text, client text')],
  ['uses', USES],
  ['service_account', statement('service_account', 'last_token_at')],
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
