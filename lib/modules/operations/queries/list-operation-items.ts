import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageGone, pageInput, pageOf } from '@/lib/kernel/page'
import { findOperation } from '../internal/find-operation'
import { itemStates, OperationItem } from '../operation'

export const listOperationItems = defineQuery({
  name: 'operation.list_items',
  summary: 'List what an operation works on, with how each went',
  scope: 'organization',
  permission: 'operation.read',
  input: z.object({
    operationId: idOf('op'),
    state: z.enum(itemStates).optional(),
    ...pageInput,
  }),
  output: pageOf(OperationItem),
  async run({ db }, { operationId, state, after, count }) {
    const operation = await findOperation(db, operationId)
    const cursor = cursorFrom(after)
    if (cursor && !/^\d{1,9}$/.test(cursor.value)) throw pageGone()
    const place = Number(cursor?.value ?? 0)
    const towards = cursor?.backwards ? 'desc' : 'asc'
    const rows = await db.operationItem.findMany({
      where: {
        operationId,
        ...(state && { state }),
        ...(cursor && { position: cursor.backwards ? { lt: place } : { gt: place } }),
      },
      orderBy: { position: towards },
      take: count + 1,
    })
    const page = paged({ rows, cursor, count }, ({ position }) => ({
      id: operationId,
      value: String(position),
    }))
    return { ...page, total: { count: totalOf(operation, state), more: false } }
  },
})

type Counts = { total: number; done: number; refused: number; state: string }

/** The operation itself counts, so nothing is counted here. */
function totalOf({ total, done, refused, state }: Counts, wanted?: string): number {
  const left = total - done - refused
  if (wanted === 'done') return done
  if (wanted === 'refused') return refused
  if (wanted === 'stopped') return state === 'stopped' ? left : 0
  if (wanted === 'waiting') return state === 'stopped' ? 0 : left
  return total
}
