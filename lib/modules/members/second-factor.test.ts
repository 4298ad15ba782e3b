import { expect, test } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import { giveFactor } from '@/lib/testing/accounts'
import { apiOf } from '@/lib/testing/api'
import { as, makeMember, makeOrganization } from '@/lib/testing/people'
import { headerLine, memberLine } from './member-csv'
import { getMember } from './queries/get-member'
import { listMembers } from './queries/list-members'

test('who has a second factor and who has none: list, filter, API and file', async () => {
  const { id, owner, secondOwner, collaborator, stranger } = await makeOrganization()
  await giveFactor(collaborator.personId)
  await giveFactor(stranger.personId)
  const of = async (factor: 'on' | 'off', more: object = {}) =>
    (await as(owner).run(listMembers, { factor, ...more })).rows.map((row) => row.id).sort()
  for (const sort of ['name', 'email', 'joined', 'active'] as const) {
    expect(await of('on', { sort })).toEqual([collaborator.id])
    expect(await of('off', { sort })).toEqual([owner.id, secondOwner.id].sort())
  }
  const { total } = await as(owner).run(listMembers, { factor: 'off' })
  expect(total).toEqual({ count: 2, more: false })

  const call = await apiOf(owner, '/api/gatehouse/v1')
  const { body } = await call('/members/?factor=on')
  expect(body.results).toMatchObject([{ id: collaborator.id, second_factor: true }])
  expect(body.metadata.total).toBe(1)

  const member = await as(owner).run(getMember, { id: collaborator.id })
  const columns = ['email', 'second_factor'] as const
  expect(headerLine(columns)).toContain('"second_factor"')
  expect(memberLine(member, columns)).toBe(`"${collaborator.email}","on"\r\n`)
  expect(memberLine({ ...member, kind: 'service_account' }, columns)).toMatch(/,""\r\n$/)

  // It goes with the last factor, and comes along to an organization joined later.
  const later = await makeMember(id)
  await inSystem((db) => db.factor.deleteMany({ where: { personId: collaborator.personId } }))
  expect(await of('on')).toEqual([])
  expect(await of('off')).toContain(later.id)
})
