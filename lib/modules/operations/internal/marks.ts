import 'server-only'
import type { SystemDb } from '@/lib/platform/db/doors'
import { inTenant } from '@/lib/platform/db/doors'

/** An item of an operation. */
export type Place = { organizationId: string; operationId: string; position: number }

/** Somebody else marked the item in the meantime: what was done to it again is rolled back. */
export const alreadyMarked = new Error('The item was marked already.')

/** In the very transaction that did it, so that neither is without the other. */
export async function markDone(db: SystemDb, place: Place, now: Date): Promise<void> {
  const { count } = await db.operationItem.updateMany({
    where: { ...place, state: 'waiting' },
    data: { state: 'done', finishedAt: now },
  })
  if (count === 0) throw alreadyMarked
  await add(db, place, { done: { increment: 1 } })
}

type Reason = { code: string; detail: string }

/** One item, or everything that still waits; those that somebody else marked stay as they are. */
export const markRefused = (
  where: Omit<Place, 'position'> & { position?: number },
  { code, detail }: Reason,
  now: Date,
): Promise<void> =>
  inTenant(where.organizationId, async (tenant) => {
    const db = tenant as unknown as SystemDb
    const { count } = await db.operationItem.updateMany({
      where: { ...where, state: 'waiting' },
      data: { state: 'refused', code, detail: detail.slice(0, 500), finishedAt: now },
    })
    if (count > 0) await add(db, where, { refused: { increment: count } })
  })

type Added = { done: { increment: number } } | { refused: { increment: number } }

const add = (
  db: SystemDb,
  { organizationId, operationId: id }: Omit<Place, 'position'>,
  data: Added,
) => db.operation.updateMany({ where: { organizationId, id }, data })
