import 'server-only'
import type { MemberCaller } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { isProblem } from '@/lib/kernel/problem'
import { inSystem, inTenant, readTenant } from '@/lib/platform/db/doors'
import { log } from '@/lib/platform/log'
import { type Item, putInOutbox, wakeOutbox } from '@/lib/platform/outbox/outbox'
import { onOne } from '../internal/item-command'
import { alreadyMarked, markDone, markRefused } from '../internal/marks'
import { readCaller, requireLive } from '../internal/stored-caller'
import { OperationInput, type OperationKind } from '../operation'

const SLICE = 1_500 // ms of work before mail and other operations have their turn
const BATCH = 50

type Work = {
  organizationId: string
  operationId: string
  kind: OperationKind
  input: OperationInput
  caller: MemberCaller
}

/** Works on what waits for a while, then queues up again. At least once: every item marks itself, so none is done twice. */
export async function runOperation(
  _: unknown,
  { organizationId, subjectId: operationId }: Pick<Item, 'organizationId' | 'subjectId'>,
  slice = SLICE,
): Promise<void> {
  const work = await findWork(organizationId, operationId)
  if (!work) return
  const until = Date.now() + slice
  for (;;) {
    const waiting = await readTenant(organizationId, (db) =>
      db.operationItem.findMany({
        where: { operationId, state: 'waiting' },
        orderBy: { position: 'asc' },
        take: BATCH,
        select: { position: true, subjectId: true },
      }),
    )
    if (waiting.length === 0) return finish(work)
    for (const item of waiting) {
      const goesOn = await runItem(work, item)
      if (!goesOn) break
      if (Date.now() >= until) return again(work)
    }
  }
}

async function findWork(organizationId: string, operationId: string): Promise<Work | null> {
  const row = await readTenant(organizationId, (db) =>
    db.operation.findFirst({ where: { id: operationId, finishedAt: null } }),
  )
  if (!row) return null // stopped, or done by another process
  return {
    organizationId,
    operationId,
    kind: row.kind as OperationKind,
    input: OperationInput.parse(row.input),
    caller: readCaller(row.caller, organizationId, operationId),
  }
}

/** False when whoever started it may not go on: then nothing waits any more. */
async function runItem(
  { kind, input, caller, ...of }: Work,
  { position, subjectId }: { position: number; subjectId: string },
): Promise<boolean> {
  const { command, inputFor } = onOne[kind]
  const now = new Date()
  const place = { ...of, position }
  try {
    await execute(command, caller, inputFor(subjectId, input), async (db) => {
      await requireLive(db, caller, now)
      await markDone(db, place, now)
    })
  } catch (error) {
    if (error === alreadyMarked) return true
    if (!isProblem(error)) {
      log.error(
        { err: error, operation: of.operationId, position },
        'an item of work on many failed',
      )
      await markRefused(place, { code: 'internal', detail: UNEXPECTED }, now)
      return true
    }
    // Nothing is known to have changed: the outbox tries again later.
    if (error.code === 'unavailable') throw error
    const { code, message: detail } = error
    const ofCaller = code === 'unauthenticated' || code === 'forbidden'
    await markRefused(ofCaller ? of : place, { code, detail }, now)
    return !ofCaller
  }
  return true
}

const UNEXPECTED = 'Something went wrong. Nothing was changed here.'

const finish = ({ organizationId, operationId: id }: Work): Promise<void> =>
  inTenant(organizationId, async (db) => {
    await db.operation.updateMany({
      where: { id, finishedAt: null },
      data: { finishedAt: new Date() },
    })
  })

async function again({ organizationId, operationId: subjectId }: Work): Promise<void> {
  const next = { organizationId, kind: 'operation' as const, subjectId, payload: {} }
  await inSystem(async (db) => putInOutbox(db, next))
  wakeOutbox()
}
