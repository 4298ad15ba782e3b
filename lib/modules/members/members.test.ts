import { describe, expect, test } from 'vitest'
import { as, makeMember, makeOrganization } from '@/lib/testing/people'
import { changeRole } from './commands/change-role'
import { removeMember } from './commands/remove-member'
import { getMember } from './queries/get-member'
import { listMembers } from './queries/list-members'

describe('member.change_role', () => {
  test('an owner makes a collaborator an owner, and the log says who did it', async () => {
    const organization = await makeOrganization()
    const { owner, collaborator } = organization
    const after = await as(owner).run(changeRole, { memberId: collaborator.id, role: 'owner' })
    expect(after).toMatchObject({ id: collaborator.id, role: 'owner', version: 2 })
    await expect(organization).toHaveRecorded('member.role_changed')
  })

  test('changing to the role somebody has changes and records nothing', async () => {
    const organization = await makeOrganization()
    const { owner, collaborator } = organization
    await as(owner).run(changeRole, { memberId: collaborator.id, role: 'collaborator' })
    await expect(organization).toHaveRecorded('member.role_changed', 0)
  })

  test('nobody changes their own role', async () => {
    const { owner } = await makeOrganization()
    await expect(
      as(owner).run(changeRole, { memberId: owner.id, role: 'collaborator' }),
    ).toBeProblem('own_membership', /your own/)
  })

  test('a collaborator may not, and the refusal is on record', async () => {
    const organization = await makeOrganization()
    const { collaborator, owner } = organization
    await expect(
      as(collaborator).run(changeRole, { memberId: owner.id, role: 'collaborator' }),
    ).toBeProblem('forbidden', /Only owners can/)
    await expect(organization).toHaveRecorded('access.denied')
  })

  test('a version that is no longer the present one is refused', async () => {
    const { owner, collaborator } = await makeOrganization()
    await as(owner).run(changeRole, { memberId: collaborator.id, role: 'owner' })
    await expect(
      as(owner).run(changeRole, {
        memberId: collaborator.id,
        role: 'collaborator',
        expectedVersion: 1,
      }),
    ).toBeProblem('stale')
  })

  test('two owners demote each other at once: one succeeds', async () => {
    const { owner, secondOwner } = await makeOrganization()
    const outcomes = await Promise.allSettled([
      as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' }),
      as(secondOwner).run(changeRole, { memberId: owner.id, role: 'collaborator' }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('member.remove', () => {
  test('closes the membership; the removed member is nobody at the next request', async () => {
    const organization = await makeOrganization()
    const { owner, collaborator } = organization
    await as(owner).run(removeMember, { memberId: collaborator.id })
    await expect(as(owner).run(getMember, { id: collaborator.id })).toBeProblem('not_found')
    await expect(as(collaborator).run(listMembers, {})).toBeProblem('unauthenticated')
    await expect(organization).toHaveRecorded('member.removed')
  })

  test('an owner is demoted first', async () => {
    const { owner, secondOwner } = await makeOrganization()
    await expect(as(owner).run(removeMember, { memberId: secondOwner.id })).toBeProblem(
      'demote_first',
    )
  })

  test('a stranger’s ids are unknown ids', async () => {
    const { owner, stranger } = await makeOrganization()
    await expect(as(owner).run(removeMember, { memberId: stranger.id })).toBeProblem('not_found')
    await expect(
      as(stranger).run(changeRole, { memberId: owner.id, role: 'collaborator' }),
    ).toBeProblem('not_found')
  })
})

describe('member.list', () => {
  test('finds by part of name or email, folded', async () => {
    const { id, owner } = await makeOrganization()
    await makeMember(id, 'collaborator', { name: 'Siobhán O’Donnell-Ní Bhriain' })
    const { rows } = await as(owner).run(listMembers, { search: 'siobhan odon' })
    expect(rows).toHaveLength(0)
    const found = await as(owner).run(listMembers, { search: 'SIOBHAN O' })
    expect(found.rows.map(({ name }) => name)).toEqual(['Siobhán O’Donnell-Ní Bhriain'])
    const short = await as(owner).run(listMembers, { search: 'si' })
    expect(short.total).toEqual({ count: 1, more: false })
  })

  test('walks every page forwards and back', async () => {
    const { id, owner } = await makeOrganization()
    for (let index = 0; index < 7; index++) await makeMember(id)
    const all = (await as(owner).run(listMembers, {})).rows.map((row) => row.id)
    const walked: string[] = []
    let after: string | undefined
    let last = ''
    do {
      const page = await as(owner).run(listMembers, { count: 3, after })
      expect(page.first).toBe(walked.length + 1)
      walked.push(...page.rows.map((row) => row.id))
      last = page.previous ?? last
      after = page.next ?? undefined
    } while (after)
    expect(walked).toEqual(all)
    expect(all).toHaveLength(10)
    const back = await as(owner).run(listMembers, { count: 3, after: last })
    expect(back.rows.map((row) => row.id)).toEqual(all.slice(6, 9))
    expect(back.first).toBe(7)
  })

  test('says how many people and owners there are, whatever is asked', async () => {
    const { owner, collaborator } = await makeOrganization()
    const counts = async () => {
      const { people, owners } = await as(owner).run(listMembers, { search: 'nobody at all' })
      return { people, owners }
    }
    expect(await counts()).toEqual({ people: 3, owners: 2 })
    await as(owner).run(changeRole, { memberId: collaborator.id, role: 'owner' })
    expect(await counts()).toEqual({ people: 3, owners: 3 })
  })

  test('the trap of likeness: wildcards are letters', async () => {
    const { id, owner } = await makeOrganization()
    await makeMember(id, 'collaborator', { name: 'Percent 100% _ sure' })
    const count = async (search: string) =>
      (await as(owner).run(listMembers, { search })).rows.length
    expect(await count('100%')).toBe(1)
    expect(await count('%%%')).toBe(0)
    expect(await count('_ s')).toBe(1)
    expect(await count('___')).toBe(0)
  })
})
