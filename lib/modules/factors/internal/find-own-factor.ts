import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import type { IdentityDb } from '@/lib/platform/db/doors'

/** A factor of this person that counts. Anybody else's is the same 404 as none. */
export async function findOwnFactor(db: IdentityDb, personId: string, id: string) {
  const factor = await db.factor.findFirst({ where: { id, personId, confirmedAt: { not: null } } })
  if (!factor) throw new Problem('not_found', 'You have no such passkey or app.')
  return factor
}
