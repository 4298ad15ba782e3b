import 'server-only'

type Raw = { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<unknown> }

/** Waits for, and holds to the end of the transaction, the one lock of `name`. Rules that count take it. */
export const lock = (db: object, name: string): Promise<unknown> =>
  (db as Raw).$executeRawUnsafe('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', name)
