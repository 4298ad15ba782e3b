import { z } from 'zod'
import { type EventName, eventNames, nounOf } from '@/lib/domain/events'
import { idOf, instant, moment, stored } from '@/lib/domain/schemas'
import type { EventFilter } from '@/lib/platform/db/event-list'

export const eventResults = ['done', 'denied'] as const

const facts = z.record(z.string(), z.unknown()).nullable()

/** A fact of the audit log, with the names that people and things had then. */
export const AuditEvent = z
  .object({
    id: idOf('evt'),
    at: moment,
    event: z.string(),
    result: stored(eventResults),
    actor: z.object({
      kind: z.string(),
      id: z.string(),
      name: z.string(),
      email: z.string().optional(),
      /** The key or the session that was used. */
      key: z.string().optional(),
      session: z.string().optional(),
    }),
    subject: z.object({
      kind: z.string(),
      id: z.string(),
      label: z.string(),
      /** The member whose key, session or invitation it is. */
      of: z.string().optional(),
    }),
    before: facts,
    after: facts,
    requestId: z.string().nullable(),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    operationId: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent' })
export type AuditEvent = z.output<typeof AuditEvent>

const id = z.string().max(100).optional()
const time = instant.optional()

/** What a list of events and a download of it are narrowed by. */
export const eventFilters = {
  actor: id.describe('Whoever acted: an identity id, or system.'),
  subject: id.describe('What it happened to, by its id.'),
  about: id.describe('Acted, or was it done to, or to what is theirs: an identity id.'),
  via: id.describe('The API key or the session that was used.'),
  request: id.describe('All events of one request.'),
  operation: id.describe('All events of one operation.'),
  events: z.array(z.enum(eventNames)).max(100).optional(),
  nouns: z.array(z.string().max(40)).max(40).optional().describe('The first words of event names.'),
  from: time,
  to: time.describe('Before this moment.'),
  result: z.enum(eventResults).optional(),
}
const schema = z.object(eventFilters)
export type EventFilters = z.output<typeof schema>

/** The filter as the database has it: nouns become the names they begin, and the program itself one actor. */
export function filterOf({ nouns, events, ...rest }: EventFilters): EventFilter {
  if (!nouns?.length && !events?.length) return rest
  const names: EventName[] = eventNames.filter(
    (name) => events?.includes(name) || nouns?.includes(nounOf(name)),
  )
  return { ...rest, events: names }
}
