import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '@/lib/domain/id'
import { leaveOrganization } from '@/lib/modules/members/commands/leave-organization'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { newMembership } from '@/lib/modules/members/member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { previewLeaving } from '@/lib/modules/members/queries/preview-leaving'
import { endOtherSessions } from '@/lib/modules/sessions/commands/end-other-sessions'
import { endOwnSession } from '@/lib/modules/sessions/commands/end-own-session'
import { listOwnSessions } from '@/lib/modules/sessions/queries/list-own-sessions'
import { inSystem } from '@/lib/platform/db/doors'
import { findSessionHolder } from '@/lib/platform/db/lookups'
import { isKeyLive } from '@/lib/testing/accounts'
import {
  as,
  eventsOf,
  makeKey,
  makeOrganization,
  type TestMember,
  type TestOrganization,
} from '@/lib/testing/people'
import { renameAccount } from './commands/rename-account'

let organization: TestOrganization
beforeEach(async () => {
  organization = await makeOrganization()
})

const DAY = 86_400_000 // ms

/** Another session of the same person in this organization, or in `organizationId` with a membership there. */
async function another(member: TestMember, organizationId = member.organizationId) {
  const now = new Date()
  return inSystem(async (db) => {
    let membershipId = member.id
    if (organizationId !== member.organizationId) {
      const { personId, name, email } = member
      const row = newMembership({
        organizationId,
        personId,
        name,
        email,
        role: 'collaborator',
        source: 'invitation',
        now,
      })
      await db.membership.create({ data: row })
      membershipId = row.id
    }
    const session = {
      organizationId,
      id: newId('ses'),
      personId: member.personId,
      membershipId,
      expiresAt: new Date(now.getTime() + DAY),
    }
    await db.session.create({ data: session })
    return session
  })
}

describe('one’s own sessions', () => {
  test('are listed in every organization, with this one marked; nobody else’s are', async () => {
    const { collaborator, stranger } = organization
    const there = await another(collaborator, stranger.organizationId)
    const { rows } = await as(collaborator).run(listOwnSessions, {})
    expect(rows.map(({ id }) => id).sort()).toEqual(
      [collaborator.caller.sessionId, there.id].sort(),
    )
    expect(rows.find(({ current }) => current)?.id).toBe(collaborator.caller.sessionId)
    expect(rows.find(({ id }) => id === there.id)?.organization.name).toBe('Nordlys Labs')
  })

  test('one is ended, in another organization too, and its log says so', async () => {
    const { collaborator, stranger } = organization
    const there = await another(collaborator, stranger.organizationId)
    await as(collaborator).run(endOwnSession, { sessionId: there.id })
    expect(await findSessionHolder(there.id)).toBeNull()
    const last = (await eventsOf(stranger.organizationId)).at(-1)
    expect(last).toMatchObject({ event: 'session.ended', subjectId: there.id })
    await expect(as(collaborator).run(endOwnSession, { sessionId: there.id })).toBeProblem(
      'not_found',
    )
  })

  test('another person’s is the same 404 as an unknown one; the present one is signed out instead', async () => {
    const { collaborator, owner } = organization
    const { sessionId } = owner.caller
    await expect(as(collaborator).run(endOwnSession, { sessionId })).toBeProblem('not_found')
    await expect(as(collaborator).run(endOwnSession, { sessionId: newId('ses') })).toBeProblem(
      'not_found',
    )
    expect(await findSessionHolder(sessionId)).not.toBeNull()
    const own = collaborator.caller.sessionId
    await expect(as(collaborator).run(endOwnSession, { sessionId: own })).toBeProblem('conflict')
  })

  test('all others end at once, this one stays', async () => {
    const { collaborator, owner, stranger } = organization
    const here = await another(collaborator)
    const there = await another(collaborator, stranger.organizationId)
    expect(await as(collaborator).run(endOtherSessions, {})).toEqual({ ended: 2 })
    expect(await as(collaborator).run(endOtherSessions, {})).toEqual({ ended: 0 })
    for (const { id } of [here, there]) expect(await findSessionHolder(id)).toBeNull()
    for (const { caller } of [collaborator, owner]) {
      expect(await findSessionHolder(caller.sessionId)).not.toBeNull()
    }
  })

  test('somebody who was removed meanwhile may nothing of it', async () => {
    const { collaborator, owner } = organization
    await as(owner).run(removeMember, { memberId: collaborator.id })
    await expect(as(collaborator).run(listOwnSessions, {})).toBeProblem('unauthenticated')
    await expect(as(collaborator).run(endOtherSessions, {})).toBeProblem('unauthenticated')
    await expect(as(collaborator).run(renameAccount, { name: 'Ghost' })).toBeProblem(
      'unauthenticated',
    )
  })
})

describe('one’s own name', () => {
  test('changes in every organization one is in, is found by it, and each log says so', async () => {
    const { collaborator, owner, stranger } = organization
    await another(collaborator, stranger.organizationId)
    await as(collaborator).run(renameAccount, { name: '  Zoë van der Berg ' })
    for (const reader of [owner, stranger]) {
      const found = await as(reader).run(listMembers, { search: 'zoe van' })
      expect(found.rows.map(({ name }) => name)).toEqual(['Zoë van der Berg'])
    }
    const last = (await eventsOf(stranger.organizationId)).at(-1)
    expect(last).toMatchObject({
      event: 'member.renamed',
      before: { name: collaborator.name },
      after: { name: 'Zoë van der Berg' },
    })
    await expect(organization).toHaveRecorded('member.renamed')
    await as(collaborator).run(renameAccount, { name: 'Zoë van der Berg' })
    await expect(organization).toHaveRecorded('member.renamed')
  })

  test('two changes of one name at once: the second is told the present one', async () => {
    const { collaborator } = organization
    const was = collaborator.name
    await as(collaborator).run(renameAccount, { name: 'First', was })
    await expect(as(collaborator).run(renameAccount, { name: 'Second', was })).toBeProblem('stale')
    await as(collaborator).run(renameAccount, { name: 'First', was })
    await as(collaborator).run(renameAccount, { name: 'Second', was: 'First' })
    const both = await Promise.allSettled(
      ['Third', 'Fourth'].map((name) =>
        as(collaborator).run(renameAccount, { name, was: 'Second' }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(organization).toHaveRecorded('member.renamed', 3)
  })

  test('another organization’s log learns nothing of the session that did it', async () => {
    const { collaborator, stranger } = organization
    const there = await another(collaborator, stranger.organizationId)
    await as(collaborator).run(renameAccount, { name: 'Zoë' })
    await as(collaborator).run(endOwnSession, { sessionId: there.id })
    const log = await eventsOf(stranger.organizationId)
    expect(log.map(({ event }) => event)).toEqual(['member.renamed', 'session.ended'])
    expect(JSON.stringify(log)).not.toContain(collaborator.caller.sessionId)
    expect(log.map(({ viaId }) => viaId)).toEqual([null, null])
  })

  test('whoever names another person’s account is nobody', async () => {
    const { collaborator, owner } = organization
    const forged = { caller: { ...collaborator.caller, personId: owner.personId } }
    for (const use of [listOwnSessions, endOtherSessions]) {
      await expect(as(forged).run(use, {})).toBeProblem('unauthenticated')
    }
    await expect(as(forged).run(renameAccount, { name: 'Taken' })).toBeProblem('unauthenticated')
    const { sessionId } = owner.caller
    await expect(as(forged).run(endOwnSession, { sessionId })).toBeProblem('unauthenticated')
    expect(await findSessionHolder(sessionId)).not.toBeNull()
  })

  test('is a name', async () => {
    const { collaborator } = organization
    for (const name of ['', '   ', 'x'.repeat(300)]) {
      await expect(as(collaborator).run(renameAccount, { name })).toBeProblem('invalid_input')
    }
  })
})

describe('leaving', () => {
  test('closes the membership, its sessions and its keys, and stays in the log', async () => {
    const { collaborator, owner } = organization
    const { key } = await makeKey(collaborator)
    expect(await as(collaborator).run(previewLeaving, {})).toMatchObject({
      denial: null,
      sessions: 1,
      keys: [{}],
    })
    expect(await as(collaborator).run(leaveOrganization, {})).toEqual({
      organizationName: 'Halden Robotics',
    })
    expect(await findSessionHolder(collaborator.caller.sessionId)).toBeNull()
    expect(await isKeyLive(key)).toBe(false)
    await expect(organization).toHaveRecorded('member.left')
    await expect(as(collaborator).run(leaveOrganization, {})).toBeProblem('unauthenticated')
    const { rows } = await as(owner).run(listMembers, { state: 'removed' })
    expect(rows.map(({ id }) => id)).toEqual([collaborator.id])
  })

  test('owners are told to be demoted first, the last one what to do', async () => {
    const { owner, stranger } = organization
    await expect(as(owner).run(leaveOrganization, {})).toBeProblem('demote_first', /Ask another/)
    await expect(as(stranger).run(leaveOrganization, {})).toBeProblem('last_owner', /only owner/)
    const { denial } = await as(owner).run(previewLeaving, {})
    expect(denial).toMatch(/Owners can’t leave/)
  })
})
