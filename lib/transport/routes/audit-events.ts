import 'server-only'
import { z } from 'zod'
import { eventNames, nounOf } from '@/lib/domain/events'
import { getEvent } from '@/lib/modules/audit/queries/get-event'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { defineRoute } from '../api/route'
import { envelope, idText as id, list, single, timePagingToken } from '../api/wire'
import { AuditEventWire, eventExample, wireEvent } from './audit-event-wire'
import { fromMoment, ownCount, toMoment, withOwnCount, wordList } from './own-lists'

const nouns = [...new Set(eventNames.map(nounOf))]

const filters = z.object({
  actor_id: id.optional().describe('Whoever acted: an identity id (ide_…), or system.'),
  subject_id: id.optional().describe('What it happened to, by its id.'),
  about_id: id
    .optional()
    .describe(
      'Of one member (ide_…): what they did, and what was done to them or to what is theirs.',
    ),
  via_id: id.optional().describe('The API key (key_…) or the session (ses_…) that was used.'),
  request_id: id.optional(),
  operation_id: id.optional(),
  event: wordList(eventNames, 100).optional().describe('Names of events, between commas.'),
  noun: wordList(nouns, 40).optional().describe('First words of names of events, between commas.'),
  result: z.enum(['done', 'denied']).optional(),
  from: fromMoment.optional(),
  to: toMoment.optional(),
  order: z.enum(['newest', 'oldest']).optional().describe('Newest first, unless asked.'),
  count: ownCount,
  paging_token: timePagingToken.optional(),
})

export const auditEvents = [
  defineRoute({
    method: 'GET',
    path: '/audit_events/',
    operationId: 'list_audit_events',
    summary: 'List what happened in the organization, newest first',
    permission: 'audit.read',
    query: filters,
    answer: list(AuditEventWire),
    handle: async ({ run, query: { count, paging_token, order, ...filter } }) =>
      envelope(
        await withOwnCount(count, (rows) =>
          run(listEvents, {
            actor: filter.actor_id,
            subject: filter.subject_id,
            about: filter.about_id,
            via: filter.via_id,
            request: filter.request_id,
            operation: filter.operation_id,
            events: filter.event,
            nouns: filter.noun,
            result: filter.result,
            from: filter.from,
            to: filter.to,
            descending: order !== 'oldest',
            after: paging_token,
            count: rows,
          }),
        ),
        wireEvent,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: '/audit_events/{event_id}',
    operationId: 'get_audit_event',
    summary: 'Read one event of the audit log',
    permission: 'audit.read',
    params: { event_id: { description: 'The event id (evt_…).', example: eventExample.id } },
    answer: single(AuditEventWire),
    handle: async ({ run, params }) => ({
      result: wireEvent(await run(getEvent, { id: params.event_id })),
    }),
  }),
]
