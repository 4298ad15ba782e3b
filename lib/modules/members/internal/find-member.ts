import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'
import { memberCounter, openMember } from '@/lib/platform/db/member-list'

/** An open membership by identity id (`held` for a change) or by user id; unknown, closed and foreign are the same 404. */
export async function findMember(
  db: Pick<WriteDb | ReadDb, 'membership'>,
  by: { id: string } | { userId: string } | { held: string },
) {
  const member = await openMember(db, by)
  if (!member) throw noSuchMember()
  return member
}

/** The same, open or closed: for reading about somebody. */
export async function findAnyMember(db: Pick<ReadDb, 'membership'>, id: string) {
  const by = id.startsWith('usr_') ? { userId: id } : { id }
  const member = await db.membership.findFirst({ where: by })
  if (!member) throw noSuchMember()
  return member
}

const noSuchMember = () => new Problem('not_found', 'There is no such member in this organization.')

export const ownerCount = (db: Pick<ReadDb, 'organizationCounter'>): Promise<number> =>
  memberCounter(db).then(({ owners }) => owners)
