import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from '../once'

export type DoorRole = 'console_tenant' | 'console_identity' | 'console_system'

/** What the present door asked for. The engine writes it into the statement that begins the transaction. */
export type Opening = {
  role: DoorRole
  organizationId: string | null
  readOnly: boolean
  /** Set when PGlite failed after its adapter had already answered; the door then refuses. */
  failure?: unknown
  /** Set when the connection broke while the commit was on its way. */
  inDoubt?: true
}

const openings = once('db.openings', () => new AsyncLocalStorage<Opening>())

export const withOpening = <T>(opening: Opening, fn: () => Promise<T>): Promise<T> => {
  // PGlite has one connection: a door inside a door would wait for ever, on either engine it is a mistake.
  if (openings.getStore()) throw new Error('A door was opened inside a door.')
  return openings.run(opening, fn)
}

export const presentOpening = (): Opening => {
  const opening = openings.getStore()
  if (!opening) throw new Error('A transaction was begun outside the doors of lib/platform/db.')
  return opening
}

// ms. Nobody waits longer for a row that another transaction holds, or for one statement; a transaction whose process
// fell silent is ended, so that its locks do not outlive it.
const LIMITS = {
  lock_timeout: 10_000,
  statement_timeout: 25_000,
  idle_in_transaction_session_timeout: 30_000,
}
const limits = Object.entries(LIMITS)
  .map(([name, ms]) => `set_config('${name}', '${ms}', true), `)
  .join('')

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Role, organization, mode and zone, set for this transaction only, in one round trip with its beginning. */
export const openingStatement = ({ role, organizationId, readOnly }: Opening): string =>
  `SELECT set_config('app.organization_id', ${quote(organizationId ?? '')}, true), ` +
  `set_config('TimeZone', 'UTC', true), ${limits}` +
  `set_config('transaction_read_only', '${readOnly ? 'on' : 'off'}', true), ` +
  `set_config('role', '${role}', true)`
