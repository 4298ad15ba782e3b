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

/** A service account of the organization, disabled or not, by its identity id or its user id. */
export async function requireAccount(db: Db, id: string) {
  const named = id.startsWith('usr_') ? { userId: id } : { id }
  const where = { ...named, kind: 'service_account', endedAt: null }
  const account = await db.membership.findFirst({ where, select: holder })
  if (!account) throw new Problem('not_found', 'There is no such service account here.')
  return account
}

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
