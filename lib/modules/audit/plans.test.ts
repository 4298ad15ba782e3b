import { beforeAll, expect, test } from 'vitest'
import { eventNames } from '@/lib/domain/events'
import { newId } from '@/lib/domain/id'
import { readTenant } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { type EventFilter, pageStatement } from '@/lib/platform/db/event-list'
import { makeOrganization } from '@/lib/testing/people'

let organizationId: string
const member = (place: number) => `ide_plan${place}`

beforeAll(async () => {
  organizationId = (await makeOrganization()).id
  const names = eventNames.map((name) => `'${name}'`).join(', ')
  const { raw } = await engine()
  await raw.query(`
    INSERT INTO audit_event (organization_id, id, at, event, result, actor, actor_id, via_id, subject, subject_id,
      subject_of, request_id, operation_id)
    SELECT '${organizationId}', '${newId('evt')}' || n, '2026-01-01Z'::timestamptz + n * interval '1 minute',
      (ARRAY[${names}])[1 + n % ${eventNames.length}], CASE WHEN n % 50 = 0 THEN 'denied' ELSE 'done' END,
      '{}', 'ide_plan' || n % 300, 'ses_plan' || n % 900, '{}', 'ide_plan' || (n * 7) % 300,
      CASE WHEN n % 3 = 0 THEN 'ide_plan' || (n * 11) % 300 END, 'req_plan' || n / 2,
      CASE WHEN n % 20 = 0 THEN 'op_plan' || n % 400 END
    FROM generate_series(1, 6000) AS n`)
  await raw.query('ANALYZE audit_event')
}, 60_000)

/** The plan under the role of the organization, where row-level security decides which index can be used. */
async function planOf(filter: EventFilter, descending = true) {
  const after = { value: '2026-01-03T00:00:00.000Z', id: 'evt_' }
  const { sql, values } = pageStatement(filter, descending, after, 51)
  const rows = await readTenant(organizationId, (db) =>
    (db as unknown as Raw).$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN ${sql}`, ...values),
  )
  return rows.map((row) => Object.values(row)[0]).join('\n')
}
type Raw = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T> }

const range = { from: '2026-01-02T00:00:00.000Z', to: '2026-01-04T00:00:00.000Z' }

/** By its index: another one would do too, but look at every event there is. */
test.each<[string, EventFilter, RegExp[]]>([
  ['nothing', {}, [/_at_id_idx/]],
  ['a range', range, [/_at_id_idx/]],
  ['denials', { result: 'denied' }, [/audit_event_denied/]],
  ['an actor', { actor: member(5) }, [/_actor_id_at_id_idx/]],
  ['a subject', { subject: member(5) }, [/_subject_id_at_id_idx/]],
  [
    'a person',
    { about: member(5) },
    [/_actor_id_at_id_idx/, /_subject_id_at_id_idx/, /audit_event_of/],
  ],
  ['one event', { events: ['member.removed'] }, [/_event_at_id_idx/]],
  ['several events', { events: ['member.removed', 'session.ended'] }, [/_event_at_id_idx/]],
  ['a session', { via: 'ses_plan7' }, [/audit_event_via/]],
  ['a request', { request: 'req_plan7' }, [/audit_event_request/]],
  ['an operation', { operation: 'op_plan20' }, [/audit_event_operation/]],
])('%s is read from its index', async (_, filter, indexes) => {
  for (const descending of [true, false]) {
    const plan = await planOf(filter, descending)
    for (const index of indexes) expect(plan).toMatch(index)
    expect(plan).not.toContain('Seq Scan on audit_event')
  }
})
