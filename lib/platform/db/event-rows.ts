import 'server-only'
import { sqlOf, statement } from './sql'

/** A row of the audit log, by the names of its columns. */
export type EventInsert = {
  organization_id: string
  id: string
  at: Date
  event: string
  result: 'done' | 'denied'
  actor: object
  actor_id: string
  via_id?: string
  subject: object
  subject_id: string
  subject_of?: string
  before?: object
  after?: object
  request_id: string
  address: string | null
  user_agent: string | null
  operation_id?: string
  fold_key?: string
}

const columns = `organization_id, id, at, event, result, actor, actor_id, via_id, subject, subject_id, subject_of,
  before, after, request_id, address, user_agent, operation_id, fold_key`
const types = `organization_id text, id text, at timestamptz, event text, result text, actor jsonb, actor_id text, via_id text,
  subject jsonb, subject_id text, subject_of text, before jsonb, after jsonb, request_id text, address text,
  user_agent text, operation_id text, fold_key text`
// Without a conflict target: the program may insert events, not look for them.
const insert = (more: string) =>
  statement(`INSERT INTO audit_event (${columns})
    SELECT ${columns} FROM jsonb_to_recordset($1::jsonb) AS given (${types})${more}`)
const INSERT = insert('')
const FOLD = insert(' ON CONFLICT DO NOTHING')

/** Writes events with the commit; those of a fold key that is there already fold into it. */
export const insertEvents = (db: object, rows: readonly EventInsert[]): void =>
  sqlOf(db).last(rows.some((row) => row.fold_key !== undefined) ? FOLD : INSERT, [
    JSON.stringify(rows),
  ])
