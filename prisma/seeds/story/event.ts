import { newId } from '@/lib/domain/id'
import type { Actor, Entry, Recorded } from '@/lib/kernel/audit'
import type { EventRow } from './rows'

export type Happened = Recorded & Pick<Entry, 'event' | 'result' | 'foldKey'>

type Circumstances = {
  organizationId: string
  at: Date
  actor: Actor
  requestId: string
  address: string
  userAgent: string | null
  operationId?: string
}

/** An event as the kernel writes it (lib/kernel/audit.ts, record). */
export function eventRow(happened: Happened, { actor, ...rest }: Circumstances): EventRow {
  const { before, after, subject, result = 'done', ...what } = happened
  return {
    ...what,
    ...rest,
    result,
    id: newId('evt'),
    actor,
    actorId: actor.id,
    viaId: actor.key ?? actor.session,
    subject,
    subjectId: subject.id,
    subjectOf: subject.of,
    before: before ?? undefined,
    after: after ?? undefined,
  }
}
