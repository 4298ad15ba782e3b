import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'
import { shown, withStarter } from './shown-operation'

/** Unknown and foreign are the same 404. */
export async function findOperation(
  db: Pick<ReadDb, 'operation'> | Pick<WriteDb, 'operation'>,
  id: string,
) {
  const { operation } = db as Pick<ReadDb, 'operation'>
  const row = await operation.findFirst({ where: { id }, include: withStarter })
  if (!row) throw new Problem('not_found', 'There is no such operation in this organization.')
  return shown(row)
}
