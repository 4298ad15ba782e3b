import 'server-only'
import { newId } from '@/lib/domain/id'
import type { MemberCaller } from '@/lib/kernel/caller'
import { changed, type OutboxItem, type Self } from '@/lib/kernel/define'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import type { WriteDb } from '@/lib/platform/db/doors'
import { memberCount } from '@/lib/platform/db/member-list'
import { type Chosen, insertOperation } from '@/lib/platform/db/operation-items'
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
type Started = { kind: OperationKind; input?: OperationInput; chosen: Chosen }

/** Writes down what is to be done to whom, and hands it to the worker, in the transaction at hand. */
export async function startOperation(context: Context, { kind, input = {}, chosen }: Started) {
  const { db, self, caller, now, organizationId, enqueue } = context
  const given = { id: newId('op'), kind, input, startedById: self.id, createdAt: now }
  const total = await insertOperation(
    db,
    { ...given, caller: storeCaller(caller) },
    chosen,
    maxItems,
  )
  if (total === 0) throw await nothingOrTooMuch(db, chosen)
  await enqueue({ organizationId, kind: 'operation', subjectId: given.id, payload: {} })
  const counts = { total, done: 0, refused: 0, finishedAt: null, stoppedAt: null }
  return changed(shown({ ...given, ...counts, startedBy: self }), {
    subject: { kind: 'operation', id: given.id, label: operationLabel(kind, input, total) },
    after: { total, ...input },
  })
}

async function nothingOrTooMuch(db: WriteDb, chosen: Chosen): Promise<Problem> {
  const found =
    'members' in chosen ? await memberCount(db, chosen.members, 1) : chosen.things.length
  if (found === 0) {
    return new Problem('not_found', 'Nothing of what was selected is here any more.')
  }
  const detail = `Select at most ${maxItems.toLocaleString('en-US')}.`
  return invalidInput([{ pointer: '#/selection', detail }])
}
