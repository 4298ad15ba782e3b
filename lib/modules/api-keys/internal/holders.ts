import 'server-only'
import { type Access, decide } from '@/lib/domain/decide'
import type { Permission } from '@/lib/domain/permissions'
import type { Self } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'

type Db = Pick<ReadDb, 'membership' | 'apiKey'>
const holder = {
  id: true,
  userId: true,
  kind: true,
  name: true,
  email: true,
  endedAt: true,
} as const

type Asking = { db: Db; self: Self; access: Access }

/** One's own key; others' for those alone who may do that with them. Unknown and out of reach are the same 404. */
export async function requireKey({ db, self, access }: Asking, id: string, others: Permission) {
  const key = await db.apiKey.findFirst({
    where: { id },
    include: { membership: { select: holder } },
  })
  const may = key && (key.membershipId === self.id || decide(access, others).allowed)
  if (!may) throw new Problem('not_found', 'You have no such API key.')
  return key
}
