import 'server-only'
import { inSystem, type SystemDb } from '../db/doors'

/** `mail`: one invitation's mail; `invitation`: it is asked for again. `link`: a mail with a link of an account. `notice`: any other mail. `operation`: a slice of work on many. */
export type OutboxKind = 'mail' | 'invitation' | 'link' | 'notice' | 'operation'
export type Claimed = {
  id: string
  organizationId: string
  kind: OutboxKind
  subjectId: string
  payload: string
  attempts: number
}

/** How long a claim holds, in ms: a process that died in between loses its item to the next one. */
export const LEASE = 60_000
const KEPT_FOR = 30 * 24 * 3_600_000 // ms, finished items, whose payload is gone

type Raw = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T> }

// SKIP LOCKED: processes that look at the same moment take different items, and none waits.
const CLAIM = `
  UPDATE outbox SET attempts = attempts + 1, available_at = $2::timestamptz
  WHERE id = (
    SELECT id FROM outbox
    WHERE done_at IS NULL AND dead_at IS NULL AND available_at <= $1::timestamptz
      AND kind = ANY (string_to_array($3, ','))
    ORDER BY available_at LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  RETURNING id, organization_id AS "organizationId", kind, subject_id AS "subjectId", payload, attempts`

/** Takes the longest due item of these kinds, if there is one. The transaction ends before the work begins. */
export async function claim(kinds: string[], now: Date): Promise<Claimed | null> {
  const until = new Date(now.getTime() + LEASE)
  const rows = await inSystem((db) =>
    (db as unknown as Raw).$queryRawUnsafe<Claimed[]>(
      CLAIM,
      now.toISOString(),
      until.toISOString(),
      kinds.join(','),
    ),
  )
  return rows[0] ?? null
}

type Mark = NonNullable<Parameters<SystemDb['outbox']['updateMany']>[0]>['data']

// Only the last claim may mark: a slow process does not end the try of the one that took over.
const mark = ({ id, attempts }: Claimed, data: Mark) =>
  inSystem((db) =>
    db.outbox.updateMany({ where: { id, attempts, doneAt: null, deadAt: null }, data }),
  )

export const markDone = (item: Claimed, doneAt: Date) =>
  mark(item, { doneAt, payload: '', lastError: null })

export const markDead = (item: Claimed, deadAt: Date, lastError: string) =>
  mark(item, { deadAt, payload: '', lastError })

export const markForLater = (item: Claimed, availableAt: Date, lastError: string) =>
  mark(item, { availableAt, lastError })

/** Deletes what was done or given up long ago. */
export const sweepOutbox = (now: Date) => {
  const before = { lt: new Date(now.getTime() - KEPT_FOR) }
  return inSystem((db) =>
    db.outbox.deleteMany({ where: { OR: [{ doneAt: before }, { deadAt: before }] } }),
  )
}
