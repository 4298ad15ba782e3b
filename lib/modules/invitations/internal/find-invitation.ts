import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'
import { stateOf } from '../invitation'

export const withInviter = { invitedBy: { select: { id: true, name: true } } } as const

/** An invitation in any state; unknown and foreign are the same 404. */
export async function findInvitation(
  db: Pick<ReadDb, 'invitation'> | Pick<WriteDb, 'invitation'>,
  id: string,
  now: Date,
) {
  const row = await (db as Pick<ReadDb, 'invitation'>).invitation.findFirst({
    where: { id },
    include: withInviter,
  })
  if (!row) throw new Problem('not_found', 'There is no such invitation in this organization.')
  return { ...row, state: stateOf(row, now) }
}
