import { describe, expect, test, vi } from 'vitest'
import { newId } from '@/lib/domain/id'
import { execute } from '@/lib/kernel/execute'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { previewMany } from '@/lib/modules/members/queries/preview-many'
import { endSessionsOfMember } from '@/lib/modules/sessions/commands/end-sessions-of-member'
import { inSystem, inTenant } from '@/lib/platform/db/doors'
import { insertOperation } from '@/lib/platform/db/operation-items'
import { isLive } from '@/lib/testing/accounts'
import { makeCrowd } from '@/lib/testing/crowd'
import { as, eventsOf, makeKey, makeMember, makeOrganization } from '@/lib/testing/people'
import { changeRoles } from './commands/change-roles'
import { removeMembers } from './commands/remove-members'
import { resumeOperations } from './commands/resume-operations'
import { revokeInvitations } from './commands/revoke-invitations'
import { runOperation } from './commands/run-operation'
import { signOutMembers } from './commands/sign-out-members'
import { stopOperation } from './commands/stop-operation'
import { markDone } from './internal/marks'
import { getOperation } from './queries/get-operation'
import { listOperationItems } from './queries/list-operation-items'
import { listRecentOperations } from './queries/list-recent-operations'

const work = ({ id: organizationId }: { id: string }, operationId: string, slice = 60_000) =>
  runOperation({}, { organizationId, subjectId: operationId }, slice)

async function withCrowd(size: number) {
  const organization = await makeOrganization()
  await makeCrowd(organization.id, size)
  return organization
}
const everybody = { matching: {} }
const crowd = { matching: { search: 'crowd' } }

describe('starting', () => {
  test('writes down who is meant; nothing is done yet, and the log says it once', async () => {
    const organization = await withCrowd(3)
    const { owner } = organization
    const operation = await as(owner).run(removeMembers, { selection: crowd })
    expect(operation).toMatchObject({
      label: 'Remove 3 people',
      state: 'running',
      total: 3,
      done: 0,
    })
    const { rows } = await as(owner).run(listOperationItems, { operationId: operation.id })
    expect(rows.map(({ label, state }) => [label, state])).toEqual([
      ['Crowd 00001', 'waiting'],
      ['Crowd 00002', 'waiting'],
      ['Crowd 00003', 'waiting'],
    ])
    await expect(organization).toHaveRecorded('operation.started')
    await expect(organization).toHaveRecorded('member.removed', 0)
    expect(await as(owner).run(listRecentOperations, {})).toMatchObject([{ id: operation.id }])
  })

  test('nobody selected, unknown people and people of another organization are the same refusal', async () => {
    const organization = await makeOrganization()
    const { owner, stranger } = organization
    for (const selection of [
      { matching: { search: 'no such' } },
      { ids: ['ide_x'] },
      { ids: [stranger.id] },
    ]) {
      await expect(as(owner).run(removeMembers, { selection })).toBeProblem('not_found')
    }
    await expect(as(owner).run(removeMembers, { selection: { ids: [] } })).toBeProblem(
      'invalid_input',
    )
    await expect(organization).toHaveRecorded('operation.started', 0)
    const mixed = { ids: [stranger.id, organization.collaborator.id] }
    expect(await as(owner).run(removeMembers, { selection: mixed })).toMatchObject({ total: 1 })
  })

  test('ten thousand are written down at once', async () => {
    const organization = await withCrowd(10_000)
    const operation = await as(organization.owner).run(removeMembers, { selection: crowd })
    expect(operation.total).toBe(10_000)
  }, 60_000)
})

test('more than may be is nothing at all', async () => {
  const { id, owner } = await makeOrganization()
  const row = { id: newId('op'), kind: 'member.remove_many', input: {}, caller: {} }
  const given = { ...row, startedById: owner.id, createdAt: new Date() }
  const start = (most: number) =>
    inTenant(id, (db) => insertOperation(db, given, { members: {} }, most))
  expect(await start(2)).toBe(0)
  expect(await inSystem((db) => db.operation.count({ where: { organizationId: id } }))).toBe(0)
  expect(await start(3)).toBe(3)
})

describe('working', () => {
  test('hundreds are removed but for owners and oneself; each is an event of the operation', async () => {
    const organization = await withCrowd(240)
    const { owner, secondOwner } = organization
    const { id } = await as(owner).run(removeMembers, { selection: everybody })
    await work(organization, id)
    const operation = await as(owner).run(getOperation, { operationId: id })
    expect(operation).toMatchObject({ state: 'finished', total: 243, done: 241, refused: 2 })
    const refused = await as(owner).run(listOperationItems, { operationId: id, state: 'refused' })
    expect(refused.rows.map(({ subjectId, code }) => [subjectId, code]).sort()).toEqual(
      [
        [owner.id, 'own_membership'],
        [secondOwner.id, 'demote_first'],
      ].sort(),
    )
    expect(refused.total).toEqual({ count: 2, more: false })
    const events = (await eventsOf(organization.id)).filter(
      ({ event }) => event === 'member.removed',
    )
    expect(events).toHaveLength(241)
    expect(new Set(events.map(({ operationId }) => operationId))).toEqual(new Set([id]))
    expect((await as(owner).run(listMembers, {})).people).toBe(2)
  }, 60_000)

  test('goes on in slices until nothing waits', async () => {
    const organization = await withCrowd(5)
    const { owner } = organization
    const { id } = await as(owner).run(removeMembers, { selection: crowd })
    const progress = async () => (await as(owner).run(getOperation, { operationId: id })).done
    const queued = () =>
      inSystem((db) => db.outbox.count({ where: { subjectId: id, kind: 'operation' } }))
    await work(organization, id, 0)
    expect([await progress(), await queued()]).toEqual([1, 2])
    for (let slice = 0; slice < 5; slice++) await work(organization, id, 0)
    expect(await progress()).toBe(5)
    expect(await as(owner).run(getOperation, { operationId: id })).toMatchObject({
      state: 'finished',
    })
    const before = await queued()
    await work(organization, id, 0)
    expect(await queued()).toBe(before)
  })

  test('two workers at once do nothing twice', async () => {
    const organization = await withCrowd(40)
    const { owner } = organization
    const { id } = await as(owner).run(removeMembers, { selection: crowd })
    await Promise.all([work(organization, id), work(organization, id), work(organization, id)])
    const operation = await as(owner).run(getOperation, { operationId: id })
    expect(operation).toMatchObject({ state: 'finished', done: 40, refused: 0 })
    await expect(organization).toHaveRecorded('member.removed', 40)
  })

  test('what was killed before its commit is done again, once', async () => {
    const organization = await withCrowd(2)
    const { owner } = organization
    const { id: operationId } = await as(owner).run(removeMembers, { selection: crowd })
    const { rows } = await as(owner).run(listOperationItems, { operationId })
    const place = { organizationId: organization.id, operationId, position: 1 }
    const killed = execute(
      removeMember,
      owner.caller,
      { memberId: rows[0]?.subjectId },
      async (db) => {
        await markDone(db, place, new Date())
        throw new Error('killed')
      },
    )
    await expect(killed).rejects.toThrow('killed')
    expect(await as(owner).run(getOperation, { operationId })).toMatchObject({ done: 0 })
    await work(organization, operationId)
    expect(await as(owner).run(getOperation, { operationId })).toMatchObject({
      done: 2,
      refused: 0,
    })
    await expect(organization).toHaveRecorded('member.removed', 2)
  })

  test('an item that was done meanwhile is refused with its own sentence, the others go on', async () => {
    const organization = await withCrowd(3)
    const { owner } = organization
    const { id: operationId } = await as(owner).run(removeMembers, { selection: crowd })
    const { rows } = await as(owner).run(listOperationItems, { operationId })
    await as(owner).run(removeMember, { memberId: rows[1]?.subjectId as string })
    await as(owner).run(changeRole, { memberId: rows[2]?.subjectId as string, role: 'owner' })
    await work(organization, operationId)
    const after = await as(owner).run(listOperationItems, { operationId })
    expect(after.rows.map(({ state, code }) => [state, code])).toEqual([
      ['done', null],
      ['refused', 'not_found'],
      ['refused', 'demote_first'],
    ])
  })

  test('an unexpected fault refuses its item and goes on', async () => {
    const organization = await withCrowd(2)
    const { owner } = organization
    const { id: operationId } = await as(owner).run(removeMembers, { selection: crowd })
    const fault = vi.spyOn(removeMember, 'run').mockRejectedValueOnce(new Error('out of luck'))
    await work(organization, operationId)
    fault.mockRestore()
    const { rows } = await as(owner).run(listOperationItems, { operationId })
    expect(rows.map(({ state, code }) => [state, code])).toEqual([
      ['refused', 'internal'],
      ['done', null],
    ])
    expect(JSON.stringify(rows)).not.toContain('luck')
  })
})

describe('whoever started it', () => {
  const halfway = async () => {
    const organization = await withCrowd(4)
    const { id: operationId } = await as(organization.owner).run(removeMembers, {
      selection: crowd,
    })
    await work(organization, operationId, 0)
    const rest = async (sentence: RegExp) => {
      await work(organization, operationId)
      const reader = as(organization.secondOwner)
      const { rows } = await reader.run(listOperationItems, { operationId })
      expect(rows.map(({ state }) => state)).toEqual(['done', 'refused', 'refused', 'refused'])
      for (const { detail } of rows.slice(1)) expect(detail).toMatch(sentence)
      expect(await reader.run(getOperation, { operationId })).toMatchObject({
        state: 'finished',
        done: 1,
        refused: 3,
      })
    }
    return { ...organization, rest, operationId }
  }

  test('was demoted: the rest is refused', async () => {
    const { owner, secondOwner, rest } = await halfway()
    await as(secondOwner).run(changeRole, { memberId: owner.id, role: 'collaborator' })
    await rest(/Only owners can/)
  })

  test('was removed: the rest is refused', async () => {
    const { owner, secondOwner, rest } = await halfway()
    await as(secondOwner).run(changeRole, { memberId: owner.id, role: 'collaborator' })
    await as(secondOwner).run(removeMember, { memberId: owner.id })
    await rest(/no longer a member/)
  })

  test('was signed out by another owner: the rest is refused', async () => {
    const { owner, secondOwner, rest } = await halfway()
    await as(secondOwner).run(endSessionsOfMember, { memberId: owner.id })
    await rest(/session .* ended/)
  })

  test('signed out of this browser: it goes on', async () => {
    const { id, owner, secondOwner, operationId } = await halfway()
    await inSystem((db) =>
      db.session.updateMany({
        where: { id: owner.caller.sessionId },
        data: { endedAt: new Date(), endedBecause: 'signed_out' },
      }),
    )
    await work({ id }, operationId)
    expect(await as(secondOwner).run(getOperation, { operationId })).toMatchObject({ done: 4 })
  })

  test('a key that was revoked stops what it started, and its ceiling holds', async () => {
    const organization = await withCrowd(2)
    const { owner } = organization
    const key = await makeKey(owner)
    const { id: operationId } = await as(key).run(removeMembers, { selection: crowd })
    await work(organization, operationId, 0)
    await inSystem((db) =>
      db.apiKey.updateMany({ where: { id: key.id }, data: { revokedAt: new Date() } }),
    )
    await work(organization, operationId)
    const { rows } = await as(owner).run(listOperationItems, { operationId })
    expect(rows.map(({ state }) => state)).toEqual(['done', 'refused'])
    const narrow = {
      caller: { ...(await makeKey(owner)).caller, ceiling: { permissions: ['member.remove'] } },
    }
    const other = await as(narrow).run(removeMembers, {
      selection: { ids: [organization.collaborator.id] },
    })
    const stored = await inSystem((db) =>
      db.operation.findFirstOrThrow({ where: { id: other.id } }),
    )
    expect(stored.caller).toMatchObject({ ceiling: { permissions: ['member.remove'] } })
    await expect(as(narrow).run(signOutMembers, { selection: crowd })).toBeProblem('forbidden')
  })
})

describe('stopping', () => {
  test('leaves what waits; what is done stays done', async () => {
    const organization = await withCrowd(3)
    const { owner, secondOwner, stranger } = organization
    const { id: operationId } = await as(owner).run(removeMembers, { selection: crowd })
    await work(organization, operationId, 0)
    await expect(as(stranger).run(stopOperation, { operationId })).toBeProblem('not_found')
    const stopped = await as(secondOwner).run(stopOperation, { operationId })
    expect(stopped).toMatchObject({ state: 'stopped', done: 1, refused: 0, total: 3 })
    await as(owner).run(stopOperation, { operationId })
    await work(organization, operationId)
    await expect(organization).toHaveRecorded('member.removed', 1)
    await expect(organization).toHaveRecorded('operation.stopped', 1)
    const { rows, total } = await as(owner).run(listOperationItems, {
      operationId,
      state: 'stopped',
    })
    expect([rows.length, total.count]).toEqual([2, 2])
  })
})

describe('the other verbs', () => {
  test('change role: everybody but oneself', async () => {
    const organization = await withCrowd(1)
    const { owner } = organization
    const operation = await as(owner).run(changeRoles, {
      selection: everybody,
      role: 'collaborator',
    })
    expect(operation.label).toBe('Make 4 people collaborators')
    await work(organization, operation.id)
    expect(await as(owner).run(listMembers, {})).toMatchObject({ people: 4, owners: 1 })
  })

  test('sign out: sessions end, keys stay, one’s own session stays', async () => {
    const organization = await makeOrganization()
    const { owner, secondOwner, collaborator } = organization
    await makeKey(collaborator)
    const { id } = await as(owner).run(signOutMembers, { selection: everybody })
    await work(organization, id)
    expect(await Promise.all([owner, secondOwner, collaborator].map(isLive))).toEqual([
      true,
      false,
      false,
    ])
    await expect(organization).toHaveRecorded('session.ended', 2)
    expect(
      await inSystem((db) =>
        db.apiKey.count({ where: { membershipId: collaborator.id, revokedAt: null } }),
      ),
    ).toBe(1)
    expect(await as(owner).run(getOperation, { operationId: id })).toMatchObject({
      done: 2,
      refused: 1,
    })
  })

  test('revoke invitations: those chosen, or all that match', async () => {
    const organization = await makeOrganization()
    const { owner, stranger } = organization
    const addresses = ['a1@one.example', 'a2@one.example', 'b@two.example']
    await as(owner).run(sendInvitations, { addresses })
    const foreign = await as(stranger).run(sendInvitations, { addresses: ['c@one.example'] })
    const selection = { matching: { search: '@one' } }
    const { id } = await as(owner).run(revokeInvitations, { selection })
    await work(organization, id)
    await expect(organization).toHaveRecorded('invitation.revoked', 2)
    const theirs = { selection: { ids: [foreign.results[0]?.id as string] } }
    await expect(as(owner).run(revokeInvitations, theirs)).toBeProblem('not_found')
  })
})

test('work that the outbox gave up is handed over again, once', async () => {
  const organization = await withCrowd(2)
  const { owner } = organization
  const { id: subjectId } = await as(owner).run(removeMembers, { selection: crowd })
  const queued = { subjectId, doneAt: null, deadAt: null }
  const count = () => inSystem((db) => db.outbox.count({ where: queued }))
  const later = new Date(Date.now() + 3_600_000)
  await resumeOperations(later)
  expect(await count()).toBe(1)
  await inSystem((db) => db.outbox.updateMany({ where: queued, data: { deadAt: new Date() } }))
  await resumeOperations(new Date())
  expect(await count()).toBe(0)
  await resumeOperations(later)
  await resumeOperations(later)
  expect(await count()).toBe(1)
  await work(organization, subjectId)
  await inSystem((db) => db.outbox.updateMany({ where: queued, data: { doneAt: new Date() } }))
  await resumeOperations(later)
  expect(await count()).toBe(0)
})

describe('member.preview_many', () => {
  test('counts by the rules and says who is left out and why', async () => {
    const organization = await withCrowd(5)
    const { owner, secondOwner, collaborator } = organization
    const third = await makeMember(organization.id, 'owner')
    await makeKey(collaborator)
    const preview = await as(owner).run(previewMany, { selection: everybody, verb: 'remove' })
    expect(preview).toMatchObject({ total: 9, fits: 6, already: 0, sessions: 1, keys: 1 })
    expect(preview.leftOut).toMatchObject([
      { count: 1, self: true, reason: 'You cannot remove yourself. Another owner can.' },
      { count: 2, self: false, reason: 'Owners can’t be removed. Make them collaborators first.' },
    ])
    expect(preview.leftOut[1]?.names.sort()).toEqual([secondOwner.name, third.name].sort())
    const roles = await as(owner).run(previewMany, {
      selection: everybody,
      verb: 'change_role',
      role: 'collaborator',
    })
    expect(roles).toMatchObject({ total: 9, fits: 2, already: 6 })
  })

  test('is about the selection alone', async () => {
    const organization = await withCrowd(3)
    const { owner, collaborator, secondOwner, stranger } = organization
    const about = async (selection: object) => {
      const given = { selection: selection as never, verb: 'sign_out' as const }
      const { total, fits, leftOut } = await as(owner).run(previewMany, given)
      return [total, fits, leftOut.length]
    }
    expect(await about({ ids: [collaborator.id, secondOwner.id, stranger.id] })).toEqual([2, 2, 0])
    expect(await about({ ids: [owner.id] })).toEqual([1, 0, 1])
    expect(await about({ ...crowd, except: [] })).toEqual([3, 3, 0])
    expect(await about({ matching: { roles: ['owner'] }, except: [owner.id] })).toEqual([1, 1, 0])
  })
})

test('a place of another list is none in the items of an operation', async () => {
  const { owner, collaborator } = await makeOrganization()
  const selection = { ids: [collaborator.id] }
  const { id: operationId } = await as(owner).run(signOutMembers, { selection })
  for (const value of ['x', '2026-01-01T00:00:00.000Z', '', String(2 ** 40), '1e3', '-1']) {
    const after = Buffer.from(JSON.stringify([value, operationId, 0, 0])).toString('base64url')
    await expect(as(owner).run(listOperationItems, { operationId, after })).toBeProblem(
      'invalid_input',
    )
  }
})
