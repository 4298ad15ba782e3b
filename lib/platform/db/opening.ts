import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from '../once'
import { type Bound, type Statement, statement } from './statement'

export type DoorRole = 'console_tenant' | 'console_identity' | 'console_system'

/** What the present door asked for. The engine writes it into the statement that begins the transaction. */
export type Opening = {
  role: DoorRole
  /** Null: none, or the one that its first statement states (entrance.ts). */
  organizationId: string | null
  readOnly: boolean
  /** The engine's side of the open transaction, which Prisma joins when it is asked for something. */
  joined?: unknown
  /** Prisma gave the transaction up (its time was over): it must not be committed. */
  givenUp?: boolean
}

const openings = once('db.openings', () => new AsyncLocalStorage<Opening>())

export const withOpening = <T>(opening: Opening, fn: () => Promise<T>): Promise<T> => {
  // PGlite has one connection: a door inside a door would wait for ever, on either engine it is a mistake.
  if (openings.getStore()) throw new Error('A door was opened inside a door.')
  return openings.run(opening, fn)
}

const outside = () => new Error('The database was asked outside the doors of lib/platform/db.')
export const refuseOutside = () => Promise.reject(outside())

/** In the code that Prisma has for it. */
export const tookTooLong = () =>
  Object.assign(new Error('The transaction took too long.'), { code: 'P2028' })

/** What Prisma may use: the transaction that a door began. */
export const presentTransaction = <T>(): { opening: Opening; joined: T } => {
  const opening = openings.getStore()
  if (!opening?.joined) throw outside()
  return { opening, joined: opening.joined as T }
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

// Every row of an organization is found through an index. A bound (LIMIT) would tempt the planner to read a table from
// its start, past the rows of every other organization, until enough is found.
const ONLY_BY_INDEX = `, set_config('enable_seqscan', 'off', true)`

/** Role, organization, mode, zone and limits, set for this transaction only, in one value of a statement. */
export const settingsOf = ({ role, readOnly }: Kind, organization: string): string =>
  `concat(set_config('app.organization_id', ${organization}, true), set_config('TimeZone', 'UTC', true), ${limits}` +
  `set_config('transaction_read_only', '${readOnly ? 'on' : 'off'}', true), ` +
  `set_config('role', '${role}', true)${role === 'console_tenant' ? ONLY_BY_INDEX : ''})`

type Kind = Pick<Opening, 'role' | 'readOnly'>
const made = new Map<string, Statement>()

/** The statement of an opening of this kind, made once. */
export function madeOnce({ role, readOnly }: Kind, also: string, make: () => string): Statement {
  const name = `${role} ${readOnly} ${also}`
  const known = made.get(name) ?? statement(make())
  made.set(name, known)
  return known
}

/** The statement that every transaction of a door begins with. */
export const openingOf = (opening: Opening): Bound => ({
  statement: madeOnce(opening, '', () => `SELECT ${settingsOf(opening, '$1')}`),
  values: [opening.organizationId ?? ''],
})
