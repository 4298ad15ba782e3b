import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import { type AccountRow, oneAccount } from '@/lib/platform/db/service-accounts'

type Context = { db: object; now: Date }

/** A service account by either of its ids, also one that was deleted; a person is as unknown as nobody. */
export async function findAnyAccount({ db, now }: Context, id: string): Promise<AccountRow> {
  const account = await oneAccount(db, id, now)
  if (!account) throw noSuchAccount()
  return account
}

/** The same, if it was not deleted. */
export async function findAccount(context: Context, id: string): Promise<AccountRow> {
  const account = await findAnyAccount(context, id)
  if (account.endedAt) throw noSuchAccount()
  return account
}

const noSuchAccount = () =>
  new Problem('not_found', 'There is no such service account in this organization.')
