import 'server-only'
import { refuse } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'
import { suspensionDenial } from '../member-rules'
import { findMember, ownerCount } from './find-member'

type Context = {
  db: Pick<ReadDb, 'membership' | 'organizationCounter'>
  self: { id: string }
}

/** Who is to be suspended, held until the commit; refused where they may not be. */
export async function planSuspension({ db, self }: Context, memberId: string) {
  const [member, owners] = await Promise.all([findMember(db, { held: memberId }), ownerCount(db)])
  refuse(suspensionDenial(member, { selfId: self.id, owners }))
  return member
}
