import { describe, expect, test } from 'vitest'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { apiOf } from '@/lib/testing/api'
import { as, makeMember, makeOrganization } from '@/lib/testing/people'

const own = '/api/gatehouse/v1'

describe('audit_events', () => {
  test('lists what happened, with filters, pages and the envelope of every list', async () => {
    const { owner, collaborator } = await makeOrganization()
    await as(owner).run(changeRole, { memberId: collaborator.id, role: 'owner' })
    await as(owner).run(changeRole, { memberId: collaborator.id, role: 'collaborator' })
    const call = await apiOf(owner, own)
    const path = `/audit_events/?subject_id=${collaborator.id}&event=member.role_changed,member.left`
    const first = (await call(`${path}&count=1`)).body
    expect(first.metadata).toMatchObject({ total: 2, next_paging_token: expect.any(String) })
    expect(first.results).toMatchObject([
      {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\.\d{6}\+00:00$/),
        event: 'member.role_changed',
        actor: { identity_id: owner.id, session_id: owner.caller.sessionId, api_key_id: null },
        subject: { kind: 'member', id: collaborator.id, label: collaborator.name },
        before: { role: 'owner' },
        after: { role: 'collaborator' },
      },
    ])
    const token = encodeURIComponent(first.metadata.next_paging_token)
    const second = (await call(`${path}&count=1&paging_token=${token}`)).body
    expect(second.results).toMatchObject([{ after: { role: 'owner' } }])
    expect(second.metadata.next_paging_token).toBeNull()
    const oldest = (await call(`${path}&order=oldest`)).body.results
    expect(oldest.map(({ id }: { id: string }) => id)).toEqual([
      second.results[0].id,
      first.results[0].id,
    ])
    const none = (await call(`${path}&count=0`)).body
    expect(none).toEqual({ results: [], metadata: { total: 2, next_paging_token: null } })
    const one = await call(`/audit_events/${first.results[0].id}`)
    expect(one.body.result).toEqual(first.results[0])
  })

  test('moments of any offset and year are read or refused, never passed on', async () => {
    const call = await apiOf((await makeOrganization()).owner, own)
    const status = async (query: string) => (await call(`/audit_events/?${query}`)).status
    expect(await status(`from=${encodeURIComponent('2026-11-01T00:00:00+23:59')}`)).toBe(200)
    expect(await status('from=0000-01-01T00:00:00Z')).toBe(422)
    expect(await status('from=yesterday')).toBe(422)
    expect(await status('event=member.danced')).toBe(422)
    expect(await status('paging_token=WyJ4IiwieSIsMCwwXQ')).toBe(422)
  })

  test('owners only; a stranger’s event is an unknown one', async () => {
    const { owner, collaborator, stranger } = await makeOrganization()
    await as(owner).run(changeRole, { memberId: collaborator.id, role: 'owner' })
    const { results } = (await (await apiOf(owner, own))('/audit_events/')).body
    const theirs = await apiOf(stranger, own)
    expect((await theirs(`/audit_events/${results[0].id}`)).status).toBe(404)
    expect((await theirs('/audit_events/')).body.results).toEqual([])
    await as(owner).run(changeRole, { memberId: collaborator.id, role: 'collaborator' })
    expect((await (await apiOf(collaborator, own))('/audit_events/')).status).toBe(403)
  })
})

describe('members', () => {
  test('with the filters and orders of the console, also those who were removed', async () => {
    const { id, owner, collaborator } = await makeOrganization()
    await makeMember(id, 'collaborator', { name: 'Åsa Lind' })
    await as(owner).run(removeMember, { memberId: collaborator.id })
    const call = await apiOf(owner, own)
    const names = async (query: string) =>
      (await call(`/members/?${query}`)).body.results.map(({ name }: { name: string }) => name)
    expect(await names('search=asa')).toEqual(['Åsa Lind'])
    expect(await names('role=owner,collaborator&source=founder&sort=joined')).toHaveLength(2)
    expect(await names('order=descending&count=1')).not.toEqual(await names('count=1'))
    const { results } = (await call('/members/?state=removed')).body
    expect(results).toMatchObject([{ id: collaborator.id, ended_at: expect.any(String) }])
    const read = await call(`/members/${owner.id}`)
    expect(read.body.result).toMatchObject({ user_id: owner.userId, role: 'owner', ended_at: null })
    expect((await call(`/members/${collaborator.id}`)).status).toBe(404)
    expect((await call('/members/?role=king')).status).toBe(422)
  })
})
