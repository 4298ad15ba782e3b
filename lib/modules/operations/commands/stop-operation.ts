import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { findOperation } from '../internal/find-operation'
import { Operation } from '../operation'

/** What is done stays done; what waits is left. Items lock before their operation, as the worker has it. */
export const stopOperation = defineCommand({
  name: 'operation.stop',
  summary: 'Stop work on many',
  scope: 'organization',
  permission: 'operation.stop',
  event: 'operation.stopped',
  input: z.object({ operationId: idOf('op') }),
  output: Operation,
  async run({ db, now }, { operationId }) {
    const operation = await findOperation(db, operationId)
    if (operation.state !== 'running') return unchanged(operation)
    const { count } = await db.operationItem.updateMany({
      where: { operationId, state: 'waiting' },
      data: { state: 'stopped', finishedAt: now },
    })
    // It came to its end in the meantime.
    if (count === 0) return unchanged(await findOperation(db, operationId))
    await db.operation.updateMany({
      where: { id: operationId },
      data: { stoppedAt: now, finishedAt: now },
    })
    const after = await findOperation(db, operationId)
    return changed(after, {
      subject: { kind: 'operation', id: operationId, label: after.label },
      after: { done: after.done, refused: after.refused, stopped: count },
    })
  },
})
