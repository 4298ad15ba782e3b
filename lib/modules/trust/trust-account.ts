import { Problem } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'

/** A service account of the organization, disabled or not, by its identity id or its user id. */
export async function findAccount(db: Pick<ReadDb, 'membership'>, id: string) {
  const named = id.startsWith('usr_') ? { userId: id } : { id }
  const account = await db.membership.findFirst({
    where: { ...named, kind: 'service_account', endedAt: null },
    select: { id: true, userId: true, kind: true, name: true, email: true },
  })
  if (!account) throw new Problem('not_found', 'There is no such service account here.')
  return account
}
