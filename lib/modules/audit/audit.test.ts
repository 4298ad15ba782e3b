import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/domain/id'
import { revokeApiKey } from '@/lib/modules/api-keys/commands/revoke-api-key'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { inSystem } from '@/lib/platform/db/doors'
import { as, eventsOf, makeKey, makeOrganization, type TestMember } from '@/lib/testing/people'
import type { EventFilters } from './event'
import { getEvent } from './queries/get-event'
import { listEvents } from './queries/list-events'

const idsOf = async (who: TestMember, filter: EventFilters & { descending?: boolean }) =>
  (await as(who).run(listEvents, filter)).rows.map(({ id }) => id)
const namesOf = async (who: TestMember, filter: EventFilters) =>
  (await as(who).run(listEvents, filter)).rows.map(({ event }) => event)

/** Events of that organization, all at one moment unless `at` says otherwise. */
async function tell(organizationId: string, actorId: string, given: Partial<Row>[]) {
  const rows = given.map((row) => ({
    organizationId,
    id: newId('evt'),
    at: new Date('2026-11-20T08:00:00.000Z'),
    event: 'member.renamed',
    actor: { kind: 'member', id: actorId, name: 'Ingrid' },
    actorId,
    subject: { kind: 'member', id: row.subjectId ?? actorId, label: 'Ingrid' },
    subjectId: actorId,
    ...row,
  }))
  await inSystem((db) => db.auditEvent.createMany({ data: rows }))
  return rows.map(({ id }) => id)
}
type Row = { at: Date; event: string; subjectId: string; subjectOf: string; operationId: string }

describe('event.list', () => {
  test('newest first, or oldest first; a stranger sees none of it', async () => {
    const { owner, collaborator, stranger } = await makeOrganization()
    await as(owner).run(changeRole, { memberId: collaborator.id, role: 'owner' })
    await as(owner).run(changeRole, { memberId: collaborator.id, role: 'collaborator' })
    const { rows, total } = await as(owner).run(listEvents, {})
    expect(total).toEqual({ count: 2, more: false })
    expect(rows.map(({ after }) => after)).toEqual([{ role: 'collaborator' }, { role: 'owner' }])
    expect(rows[0]).toMatchObject({
      event: 'member.role_changed',
      result: 'done',
      actor: { id: owner.id, name: owner.name, session: owner.caller.sessionId },
      subject: { id: collaborator.id },
      before: { role: 'owner' },
      requestId: 'req_test',
      address: '203.0.113.7',
      userAgent: 'test',
    })
    expect(await idsOf(owner, { descending: false })).toEqual(rows.map(({ id }) => id).reverse())
    expect(await idsOf(stranger, {})).toEqual([])
    await expect(as(stranger).run(getEvent, { id: rows[0]?.id as string })).toBeProblem('not_found')
    expect(await as(owner).run(getEvent, { id: rows[0]?.id as string })).toEqual(rows[0])
  })

  test('a collaborator may not, which is itself on record', async () => {
    const { owner, collaborator } = await makeOrganization()
    await expect(as(collaborator).run(listEvents, {})).toBeProblem('forbidden', /Only owners/)
    const { rows } = await as(owner).run(listEvents, { result: 'denied' })
    expect(rows).toMatchObject([{ event: 'access.denied', subject: { id: 'audit.read' } }])
    expect(await idsOf(owner, { result: 'done' })).toEqual([])
  })

  test('pages hold still among events of one moment, forwards and back', async () => {
    const { id, owner } = await makeOrganization()
    await tell(id, owner.id, Array(7).fill({}))
    const all = await idsOf(owner, {})
    const walked: string[] = []
    let page = await as(owner).run(listEvents, { count: 3 })
    for (;;) {
      walked.push(...page.rows.map((row) => row.id))
      if (!page.next) break
      page = await as(owner).run(listEvents, { count: 3, after: page.next })
    }
    expect(walked).toEqual(all)
    expect(new Set(walked).size).toBe(7)
    const back = await as(owner).run(listEvents, { count: 3, after: page.previous as string })
    expect(back.rows.map((row) => row.id)).toEqual(all.slice(3, 6))
    await expect(as(owner).run(listEvents, { after: 'WyJ4IiwieSIsMCwwXQ' })).toBeProblem(
      'invalid_input',
    )
  })

  test('a range begins with its first moment and ends before its last', async () => {
    const { id, owner } = await makeOrganization()
    const hours = ['08', '09', '10'].map((hour) => new Date(`2026-11-20T${hour}:00:00.000Z`))
    const [, nine] = await tell(
      id,
      owner.id,
      hours.map((at) => ({ at })),
    )
    const range = { from: '2026-11-20T09:00:00Z', to: '2026-11-20T11:00:00+01:00' }
    expect(await idsOf(owner, range)).toEqual([nine])
  })

  test('about somebody: what they did, what was done to them, and to what is theirs, each once', async () => {
    const { id, owner, secondOwner, collaborator } = await makeOrganization()
    const own = await tell(id, collaborator.id, [{}])
    const key = await makeKey(collaborator)
    await as(collaborator).run(revokeApiKey, { keyId: key.id })
    await as(owner).run(changeRole, { memberId: collaborator.id, role: 'owner' })
    await tell(id, owner.id, [{}])
    const others = await tell(id, secondOwner.id, [
      { event: 'session.ended', subjectId: 'ses_1', subjectOf: collaborator.id },
    ])
    const about = { about: collaborator.id }
    expect(await namesOf(owner, about)).toHaveLength(4)
    expect(await idsOf(owner, about)).toEqual(expect.arrayContaining([...own, ...others]))
    expect(await namesOf(owner, { ...about, nouns: ['api_key', 'session'] })).toEqual([
      'api_key.revoked',
      'session.ended',
    ])
    expect((await as(owner).run(listEvents, about)).total.count).toBe(4)
  })

  test('by actor, subject, key, operation, request and names', async () => {
    const { id, owner, collaborator } = await makeOrganization()
    const key = await makeKey(owner)
    await as(key).run(changeRole, { memberId: collaborator.id, role: 'owner' })
    const [item] = await tell(id, owner.id, [{ operationId: 'op_1', event: 'member.removed' }])
    const changed = (await eventsOf(id)).find(({ viaId }) => viaId === key.id)?.id
    expect(await idsOf(owner, { actor: owner.id })).toEqual([changed, item])
    expect(await idsOf(owner, { actor: 'system' })).toEqual([])
    expect(await idsOf(owner, { subject: collaborator.id })).toEqual([changed])
    expect(await idsOf(owner, { via: key.id })).toEqual([changed])
    expect(await idsOf(owner, { operation: 'op_1' })).toEqual([item])
    expect(await idsOf(owner, { request: 'req_test' })).toEqual([changed])
    expect(await idsOf(owner, { events: ['member.removed'] })).toEqual([item])
    expect(await idsOf(owner, { nouns: ['member'] })).toEqual([changed, item])
    expect(await idsOf(owner, { nouns: ['nothing'] })).toEqual([])
  })

  test('someone demoted in between is refused at the next page', async () => {
    const { owner, secondOwner } = await makeOrganization()
    await as(secondOwner).run(listEvents, {})
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    await expect(as(secondOwner).run(listEvents, {})).toBeProblem('forbidden')
    await expect(as(secondOwner).run(listMembers, {})).toBeProblem('forbidden')
  })
})
