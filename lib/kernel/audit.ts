import 'server-only'
import type { EventName, Subject } from '@/lib/domain/events'
import { newId } from '@/lib/domain/id'
import { insertEvents } from '@/lib/platform/db/event-rows'
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

/** Writes events in the transaction at hand, together with its commit. */
export const record = (db: object, entries: Entry[], origin: Origin, at: Date): void =>
  insertEvents(
    db,
    entries.map(({ subject, actor, ...entry }) => ({
      organization_id: entry.organizationId,
      id: newId('evt'),
      at,
      event: entry.event,
      result: entry.result ?? 'done',
      actor,
      actor_id: actor.id,
      via_id: actor.key ?? actor.session,
      subject,
      subject_id: subject.id,
      subject_of: subject.of,
      before: entry.before ?? undefined,
      after: entry.after ?? undefined,
      request_id: origin.requestId,
      address: origin.address,
      user_agent: origin.userAgent,
      operation_id: origin.operationId,
      fold_key: entry.foldKey,
    })),
  )
