import 'server-only'
import { inSystem } from '@/lib/platform/db/doors'
import { putInOutbox, wakeOutbox } from '@/lib/platform/outbox/outbox'

const QUIET = 10 * 60_000 // ms: long enough for a process that is at it

/** Hands work that is not done, and that the outbox gave up or lost, to the worker again. Done twice it is harmless. */
export async function resumeOperations(now = new Date()): Promise<number> {
  const found = await inSystem(async (db) => {
    const open = await db.operation.findMany({
      where: { finishedAt: null, createdAt: { lt: new Date(now.getTime() - QUIET) } },
      select: { id: true, organizationId: true },
    })
    const queued = await db.outbox.findMany({
      where: { subjectId: { in: open.map(({ id }) => id) }, doneAt: null, deadAt: null },
      select: { subjectId: true },
    })
    const waiting = new Set(queued.map(({ subjectId }) => subjectId))
    const lost = open.filter(({ id }) => !waiting.has(id))
    for (const { id: subjectId, organizationId } of lost) {
      putInOutbox(db, { organizationId, kind: 'operation', subjectId, payload: {} })
    }
    return lost.length
  })
  if (found > 0) wakeOutbox()
  return found
}
