import 'server-only'
import { type Access, decide } from '@/lib/domain/decide'
import type { Self } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { type Holder, readHolder } from '@/lib/platform/db/holders'
import { refOf } from '../question'

/** A member that is asked about, by either of their ids, or by their address. */
export async function readWhom(db: object, named: string, now: Date): Promise<Holder> {
  const ref = named.startsWith('usr_') ? { userId: named } : refOf(named) // as reach_member
  const found = await readHolder(db, ref, null, now)
  if (!found) throw new Problem('not_found', 'There is no such person in this organization.')
  return found.member
}

/** Whoever asks, by any of their names. */
export const isSelf = ({ id, userId, email }: Self, asked: string | null) =>
  asked === id || asked === userId || asked?.toLowerCase() === email

/** Everybody may ask about themselves; about others, who may see their access. */
export function requireMayAsk(self: Self, access: Access, id: string | undefined): void {
  if (id === undefined || isSelf(self, id)) return
  const decision = decide(access, 'access.read_others')
  if (!decision.allowed) throw new Problem('forbidden', decision.reason)
}
