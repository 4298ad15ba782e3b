import 'server-only'
import type { WriteDb } from './doors'

/** An account and its membership; what else they hold, the database says. */
export type NewAccount = {
  personId: string
  passwordHash: string
  id: string
  userId: string
  email: string
  name: string
  searchable: string
  sortKey: string
}

type Raw = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T> }

/** Makes accounts of the door's organization (migration accounts_by_owners); answers the addresses that were free. */
export async function createAccounts(
  db: WriteDb,
  accounts: readonly NewAccount[],
  now: Date,
): Promise<Set<string>> {
  const rows = accounts.map((account) => ({
    person_id: account.personId,
    password_hash: account.passwordHash,
    id: account.id,
    user_id: account.userId,
    email: account.email,
    name: account.name,
    searchable: account.searchable,
    sort_key: account.sortKey,
  }))
  const made = await (db as unknown as Raw).$queryRawUnsafe<{ email: string }[]>(
    'SELECT email FROM create_accounts($1::jsonb, $2::timestamptz) AS made(email)',
    JSON.stringify(rows),
    now.toISOString(),
  )
  return new Set(made.map(({ email }) => email))
}
