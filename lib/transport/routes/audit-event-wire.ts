import 'server-only'
import { z } from 'zod'
import type { AuditEvent } from '@/lib/modules/audit/event'
import { time, wireTime } from '../api/wire'

const facts = z.record(z.string(), z.unknown()).nullable()

const actor = z.object({
  kind: z.enum(['member', 'api_key', 'system']),
  identity_id: z.string().nullable().describe('Null: the program itself.'),
  name: z.string().describe('As it was then.'),
  email: z.string().nullable(),
  api_key_id: z.string().nullable(),
  session_id: z.string().nullable(),
})
const subject = z.object({
  kind: z.string(),
  id: z.string(),
  label: z.string().describe('Its name, as it was then.'),
  owner_id: z.string().nullable().describe('The member whose key, session or invitation it is.'),
})

export const eventExample = {
  id: 'evt_6c3n9rvx2k7m4q8w1t5y0z3a6b',
  at: '2026-11-24T13:32:07.418000+00:00',
  event: 'member.role_changed',
  result: 'done' as const,
  actor: {
    kind: 'member' as const,
    identity_id: 'ide_8m4q1z7k2x5v9c3b6n0w4t8r1y',
    name: 'Ingrid Solheim',
    email: 'ingrid@halden.example',
    api_key_id: null,
    session_id: 'ses_1vq8b5n2m7x4c9z3k6j0h8g5f2',
  },
  subject: {
    kind: 'member',
    id: 'ide_2k2y004le7fcqa0azt484nfutd',
    label: 'Ann Berg',
    owner_id: null,
  },
  before: { role: 'collaborator' },
  after: { role: 'owner' },
  request_id: 'req_fee8d6189f57f10f3c4435b2',
  address: '203.0.113.24',
  user_agent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/156.0.0.0',
  operation_id: null,
}

/** One event: of the API, and one line of a download. */
export const AuditEventWire = z
  .object({
    id: z.string(),
    at: time,
    event: z.string(),
    result: z.enum(['done', 'denied']),
    actor,
    subject,
    before: facts,
    after: facts,
    request_id: z.string().nullable(),
    address: z
      .string()
      .nullable()
      .meta({ examples: ['203.0.113.24'] }),
    user_agent: z.string().nullable(),
    operation_id: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent', examples: [eventExample] })
type Wire = z.output<typeof AuditEventWire>

export const wireEvent = (event: AuditEvent): Wire => ({
  id: event.id,
  at: wireTime(event.at),
  event: event.event,
  result: event.result,
  actor: {
    kind: event.actor.kind as Wire['actor']['kind'],
    identity_id: event.actor.kind === 'system' ? null : event.actor.id,
    name: event.actor.name,
    email: event.actor.email ?? null,
    api_key_id: event.actor.key ?? null,
    session_id: event.actor.session ?? null,
  },
  subject: {
    kind: event.subject.kind,
    id: event.subject.id,
    label: event.subject.label,
    owner_id: event.subject.of ?? null,
  },
  before: event.before,
  after: event.after,
  request_id: event.requestId,
  address: event.address,
  user_agent: event.userAgent,
  operation_id: event.operationId,
})
