import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'

/** An open membership by identity id or by user id; unknown, closed and foreign are the same 404. */
export async function findMember(
  db: Pick<WriteDb | ReadDb, 'membership'>,
  by: { id: string } | { userId: string },
) {
  const member = await (db as WriteDb).membership.findFirst({ where: { ...by, endedAt: null } })
  if (!member) throw new Problem('not_found', 'There is no such member in this organization.')
  return member
}

export const ownerCount = (db: Pick<WriteDb, 'organizationCounter'>): Promise<number> =>
  db.organizationCounter.findFirst().then((counter) => counter?.owners ?? 0)
