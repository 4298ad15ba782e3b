import 'server-only'
import { newId } from '@/lib/domain/id'
import type { MemberCaller } from '@/lib/kernel/caller'
import { changed, type OutboxItem, type Self } from '@/lib/kernel/define'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import type { WriteDb } from '@/lib/platform/db/doors'
import { insertItems } from '@/lib/platform/db/operation-items'
import { maxItems, type OperationInput, type OperationKind } from '../operation'
import { operationLabel } from '../operation-words'
import { shown } from './shown-operation'
import { storeCaller } from './stored-caller'

type Context = {
  db: WriteDb
  self: Self
  caller: MemberCaller
  now: Date
  organizationId: string
  enqueue(item: OutboxItem): Promise<void>
}
type Started = {
  kind: OperationKind
  input?: OperationInput
  items: { id: string; label: string }[]
}

/** Writes down what is to be done to whom, and hands it to the worker, in the transaction at hand. */
export async function startOperation(context: Context, { kind, input = {}, items }: Started) {
  const { db, self, caller, now, organizationId, enqueue } = context
  const total = items.length
  if (total === 0) {
    throw new Problem('not_found', 'Nothing of what was selected is here any more.')
  }
  if (total > maxItems) {
    throw invalidInput([
      { pointer: '#/selection', detail: `Select at most ${maxItems.toLocaleString('en-US')}.` },
    ])
  }
  const data = {
    id: newId('op'),
    kind,
    input,
    caller: storeCaller(caller),
    startedById: self.id,
    total,
    createdAt: now,
  }
  await db.operation.createMany({ data })
  await insertItems(db, data.id, items)
  await enqueue({ organizationId, kind: 'operation', subjectId: data.id, payload: {} })
  const label = operationLabel(kind, input, total)
  const row = { ...data, done: 0, refused: 0, finishedAt: null, stoppedAt: null, startedBy: self }
  return changed(shown(row), {
    subject: { kind: 'operation', id: data.id, label },
    after: { total, ...input },
  })
}
