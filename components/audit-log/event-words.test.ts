import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { eventNames } from '@/lib/domain/events'
import type { AuditEvent } from '@/lib/modules/audit/event'
import { meaningOf } from './event-meaning'
import { wordsOf } from './event-words'

const event = (name: string, more: Partial<AuditEvent> = {}): AuditEvent => ({
  id: 'evt_1',
  at: '2026-11-24T13:32:07.418Z',
  event: name,
  result: 'done',
  actor: { kind: 'member', id: 'ide_1', name: 'Ingrid' },
  subject: { kind: 'member', id: 'ide_2', label: 'Ann <Berg>' },
  before: null,
  after: null,
  requestId: null,
  address: null,
  userAgent: null,
  operationId: null,
  ...more,
})
const text = (of: AuditEvent) =>
  renderToStaticMarkup(wordsOf(of))
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
const key = { kind: 'api_key', id: 'key_1', label: 'robot-bench', of: 'ide_2' }
const session = { kind: 'session', id: 'ses_1', label: 'Ann', of: 'ide_2' }

test.each<[AuditEvent, string]>([
  [event('member.role_changed', { after: { role: 'owner' } }), 'made Ann <Berg> an owner'],
  [
    event('member.joined', { after: { role: 'collaborator' } }),
    'added Ann <Berg> as a collaborator',
  ],
  [
    event('member.joined', {
      subject: { kind: 'member', id: 'ide_1', label: 'Ingrid' },
      after: { role: 'owner' },
    }),
    'joined as an owner',
  ],
  [
    event('invitation.sent', { after: { delivery: 'link', role: 'owner' } }),
    'made an invitation link for Ann <Berg> as an owner',
  ],
  [
    event('api_key.revoked', { subject: key, before: { owner: 'ann@halden.example' } }),
    'revoked the key robot-bench of ann@halden.example',
  ],
  [
    event('session.ended', { subject: session, after: { because: 'removed' } }),
    'signed Ann out, by the removal',
  ],
  [
    event('session.ended', {
      subject: { ...session, of: 'ide_1' },
      after: { because: 'signed_out' },
    }),
    'signed out',
  ],
  [
    event('access.denied', {
      subject: { kind: 'permission', id: 'member.list', label: 'see the people' },
    }),
    'tried to see the people',
  ],
  [event('cloud.made_of_sugar'), 'did this to Ann <Berg>'],
])('%#: words', (given, words) => expect(text(given)).toBe(words))

test('every event has words and a meaning, whatever its row says', () => {
  for (const name of eventNames) {
    expect(text(event(name)), name).toMatch(/^\w.*\S$/)
    for (const { text } of meaningOf(event(name))) expect(text).toMatch(/\w/)
  }
})

test('a removal says how much ended', () => {
  const after = { sessions: 2, keys: 1, invitations: 0 }
  expect(meaningOf(event('member.removed', { after })).map(({ text }) => text)).toContain(
    '2 sessions, 1 API key ended',
  )
})
