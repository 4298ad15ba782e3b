import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'

const membership = { select: { id: true, name: true, email: true } } as const

/** A trust rule of the organization, with the account that it is of. */
export async function findRule(db: Pick<ReadDb, 'trustRule'>, id: string) {
  const rule = await db.trustRule.findFirst({ where: { id }, include: { membership } })
  if (!rule) throw new Problem('not_found', 'There is no such trust rule here.')
  return rule
}
