import 'server-only'
import type { EventName, Subject } from '@/lib/domain/events'
import { newId } from '@/lib/domain/id'
import type { SystemDb } from '@/lib/platform/db/doors'
import type { Origin } from './caller'

/** Whoever acted, with the name and address they had then. */
export type Actor = {
  kind: 'member' | 'api_key' | 'system'
  id: string
  name: string
  email?: string
  /** The key or the session that was used. */
  key?: string
  session?: string
}

export type Recorded = { subject: Subject; before?: object | null; after?: object | null }
export type Entry = Recorded & {
  event: EventName
  organizationId: string
  actor: Actor
  result?: 'done' | 'denied'
  foldKey?: string
}

/** Writes events in the transaction at hand. createMany: the program may insert events, not read them back. */
export async function record(
  db: Pick<SystemDb, 'auditEvent'>,
  entries: Entry[],
  origin: Origin,
  at: Date,
): Promise<void> {
  await db.auditEvent.createMany({
    data: entries.map(({ subject, before, after, actor, ...entry }) => ({
      ...entry,
      id: newId('evt'),
      at,
      actor,
      actorId: actor.id,
      subject,
      viaId: actor.key ?? actor.session,
      subjectId: subject.id,
      subjectOf: subject.of,
      before: before ?? undefined,
      after: after ?? undefined,
      requestId: origin.requestId,
      address: origin.address,
      userAgent: origin.userAgent,
      operationId: origin.operationId,
    })),
    skipDuplicates: entries.some((entry) => entry.foldKey !== undefined),
  })
}
