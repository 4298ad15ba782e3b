import { describe, expect, test } from 'vitest'
import { permissionsOf } from '@/lib/domain/decide'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { listInvitations } from '@/lib/modules/invitations/queries/list-invitations'
import { as, eventsOf, makeKey, makeMember, makeOrganization } from '@/lib/testing/people'
import { changeRole } from './commands/change-role'
import { removeMember } from './commands/remove-member'
import { listMembers } from './queries/list-members'
import { previewRemoval } from './queries/preview-removal'
import { previewRoleChange } from './queries/preview-role-change'

const pending = async (who: Parameters<typeof as>[0]) =>
  (await as(who).run(listInvitations, {})).rows.map(({ email }) => email).sort()

describe('what changes', () => {
  test('said before is what then happens: rights, offers revoked, keys and sessions kept', async () => {
    const { owner, secondOwner } = await makeOrganization()
    const key = await makeKey(secondOwner)
    await as(secondOwner).run(sendInvitations, { addresses: ['a@halden.example'], role: 'owner' })
    await as(secondOwner).run(sendInvitations, { addresses: ['b@halden.example'] })
    await as(owner).run(sendInvitations, { addresses: ['c@halden.example'], role: 'owner' })
    const memberId = secondOwner.id
    const said = await as(owner).run(previewRoleChange, { memberId, role: 'collaborator' })
    expect(said.member).toMatchObject({ id: memberId, role: 'owner', version: 1 })
    expect(said.gained).toEqual([])
    expect(said.lost).toContainEqual({ permission: 'member.remove', label: expect.any(String) })
    expect(said.invitations.map(({ email }) => email)).toEqual(['a@halden.example'])

    await as(owner).run(changeRole, { memberId, role: 'collaborator', expectedVersion: 1 })
    expect(await pending(owner)).toEqual(['b@halden.example', 'c@halden.example'])
    const left = permissionsOf('collaborator')
    expect(said.lost.map(({ permission }) => permission)).toEqual(
      permissionsOf('owner').filter((permission) => !left.includes(permission)),
    )
    await expect(as(key).run(listMembers, {})).toBeProblem('forbidden')
    await expect(as(secondOwner).run(listMembers, {})).toBeProblem('forbidden')
  })

  test('another way round: rights gained, nothing revoked', async () => {
    const { owner, collaborator } = await makeOrganization()
    const said = await as(owner).run(previewRoleChange, {
      memberId: collaborator.id,
      role: 'owner',
    })
    expect(said).toMatchObject({ lost: [], invitations: [] })
    expect(said.gained.map(({ permission }) => permission)).toContain('member.list')
  })

  test('it is refused with the sentence of the change itself', async () => {
    const { owner, collaborator, secondOwner, stranger } = await makeOrganization()
    const own = { memberId: owner.id, role: 'collaborator' } as const
    await expect(as(owner).run(previewRoleChange, own)).toBeProblem('own_membership')
    await expect(as(stranger).run(previewRoleChange, own)).toBeProblem('not_found')
    await expect(as(collaborator).run(previewRoleChange, own)).toBeProblem('forbidden')
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    await as(owner).run(removeMember, { memberId: secondOwner.id })
    await expect(
      as(owner).run(previewRoleChange, { memberId: secondOwner.id, role: 'owner' }),
    ).toBeProblem('not_found')
  })
})

describe('what ends with a membership', () => {
  test('said before is what then ends, and the log says how much', async () => {
    const { id, owner, secondOwner, collaborator } = await makeOrganization()
    const gone = await makeMember(id, 'owner')
    const key = await makeKey(gone)
    const others = await makeKey(collaborator)
    await as(gone).run(sendInvitations, { addresses: ['a@halden.example'], role: 'owner' })
    await as(secondOwner).run(changeRole, { memberId: gone.id, role: 'collaborator' })
    const said = await as(owner).run(previewRemoval, { memberId: gone.id })
    expect(said).toMatchObject({ sessions: 1, keys: [{ id: key.id }], invitations: [] })

    await as(owner).run(removeMember, { memberId: gone.id })
    await expect(as(key).run(listMembers, {})).toBeProblem('unauthenticated')
    await expect(as(gone).run(listMembers, {})).toBeProblem('unauthenticated')
    await expect(as(others).run(listMembers, {})).toBeProblem('forbidden')
    const removed = (await eventsOf(id)).find(({ event }) => event === 'member.removed')
    expect(removed?.after).toEqual({ sessions: 1, keys: 1, invitations: 0, roles: 0 })
  })
})
