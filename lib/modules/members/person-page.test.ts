import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/domain/id'
import { revokeApiKeyOfMember } from '@/lib/modules/api-keys/commands/revoke-api-key-of-member'
import { listApiKeysOfMember } from '@/lib/modules/api-keys/queries/list-api-keys-of-member'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { endSessionOfMember } from '@/lib/modules/sessions/commands/end-session-of-member'
import { listSessionsOfMember } from '@/lib/modules/sessions/queries/list-sessions-of-member'
import { inSystem } from '@/lib/platform/db/doors'
import {
  as,
  eventsOf,
  makeKey,
  makeMember,
  makeOrganization,
  type TestMember,
} from '@/lib/testing/people'
import { removeMember } from './commands/remove-member'
import { newMembership } from './member'
import { listMembers } from './queries/list-members'
import { readNeighbours } from './queries/read-neighbours'
import { readProfile } from './queries/read-profile'

describe('member.profile', () => {
  test('by identity id or user id, with the owners there are', async () => {
    const { owner, collaborator } = await makeOrganization()
    const byIdentity = await as(owner).run(readProfile, { id: collaborator.id })
    expect(byIdentity).toMatchObject({ member: { id: collaborator.id, endedAt: null }, owners: 2 })
    expect(byIdentity.removedBy).toBeNull()
    expect(await as(owner).run(readProfile, { id: collaborator.userId })).toEqual(byIdentity)
  })

  test('somebody removed is still read, with when and by whom', async () => {
    const { owner, secondOwner, collaborator } = await makeOrganization()
    await as(secondOwner).run(removeMember, { memberId: collaborator.id })
    const { member, removedBy } = await as(owner).run(readProfile, { id: collaborator.id })
    expect(member.endedAt).not.toBeNull()
    expect(removedBy).toEqual({ id: secondOwner.id, name: secondOwner.name })
  })

  test('says who sent the invitation that was accepted', async () => {
    const { id, owner, collaborator } = await makeOrganization()
    const invitation = {
      organizationId: id,
      id: newId('orginv'),
      email: collaborator.email,
      role: 'collaborator',
      tokenHash: newId('op'),
      invitedById: owner.id,
      delivery: 'link',
      expiresAt: new Date(),
      acceptedAt: new Date(),
      acceptedById: collaborator.id,
    }
    await inSystem((db) => db.invitation.create({ data: invitation }))
    const { invitedBy } = await as(owner).run(readProfile, { id: collaborator.id })
    expect(invitedBy).toEqual({ id: owner.id, name: owner.name })
  })

  test('of another organization and unknown are the same; a collaborator may not', async () => {
    const { owner, collaborator, stranger } = await makeOrganization()
    for (const id of [owner.id, owner.userId, 'ide_unknown', '']) {
      await expect(as(stranger).run(readProfile, { id })).toBeProblem('not_found', /no such member/)
    }
    await expect(as(collaborator).run(readProfile, { id: owner.id })).toBeProblem('forbidden')
  })
})

describe('member.neighbours', () => {
  /** Everybody of a list by walking from one to the next, beginning with the first. */
  async function walk(who: TestMember, list: object, first: string) {
    const ids = [first]
    for (;;) {
      const memberId = ids.at(-1) as string
      const here = await as(who).run(readNeighbours, { memberId, ...list })
      expect(here.place).toBe(ids.length)
      expect(here.previous?.id).toBe(ids.at(-2))
      if (!here.next) return { ids, total: here.total }
      ids.push(here.next.id)
    }
  }

  test.each([
    {},
    { sort: 'email', descending: true },
    { sort: 'joined' },
    { sort: 'active', descending: true },
    { roles: ['owner'] },
    { search: 'carl' },
  ])('walks the list as it is shown: %o', async (list) => {
    const { id, owner } = await makeOrganization()
    for (let index = 0; index < 4; index++) await makeMember(id)
    const { rows, total } = await as(owner).run(listMembers, list as object)
    const walked = await walk(owner, list, rows[0]?.id as string)
    expect(walked.ids).toEqual(rows.map((row) => row.id))
    expect(walked.total).toEqual(total)
  })

  test('somebody whom the list does not show has neighbours and no place', async () => {
    const { owner, collaborator } = await makeOrganization()
    const input = { memberId: collaborator.id, roles: ['owner' as const] }
    const here = await as(owner).run(readNeighbours, input)
    expect(here).toMatchObject({ previous: null, place: null, total: { count: 2, more: false } })
    expect(here.next).not.toBeNull()
  })

  test('the list of those who were removed has places of its own', async () => {
    const { owner, collaborator } = await makeOrganization()
    await as(owner).run(removeMember, { memberId: collaborator.id })
    const memberId = collaborator.id
    const gone = await as(owner).run(readNeighbours, { memberId, state: 'removed' })
    expect(gone).toEqual({
      previous: null,
      next: null,
      place: 1,
      total: { count: 1, more: false },
    })
    expect((await as(owner).run(readNeighbours, { memberId })).place).toBeNull()
  })

  test('a place beyond the bound is counted from the other end, and left out between', async () => {
    const { id, owner } = await makeOrganization()
    const numbered = Array.from({ length: 2_200 }, (_, index) => {
      const name = `Person ${String(index + 1).padStart(4, '0')}`
      const given = { organizationId: id, personId: newId('per'), name, now: new Date() }
      const email = `${given.personId}@halden.example`
      return newMembership({ ...given, email, role: 'collaborator', source: 'invitation' })
    })
    await inSystem(async (db) => {
      const people = numbered.map(({ personId, email, name }) => ({ id: personId, email, name }))
      const home = { homeOrganizationId: id }
      await db.person.createMany({ data: people.map((person) => ({ ...person, ...home })) })
      await db.membership.createMany({ data: numbered })
    })
    // Carl comes before all of them, both owners too.
    const placeOf = async (index: number) =>
      (
        await as(owner).run(readNeighbours, {
          memberId: numbered[index]?.id as string,
          kind: 'person',
        })
      ).place
    expect(await placeOf(0)).toBe(4)
    expect(await placeOf(996)).toBe(1_000)
    expect(await placeOf(1_100)).toBeNull()
    expect(await placeOf(2_150)).toBe(2_154)
    expect(await placeOf(2_199)).toBe(2_203)
  })

  test('no one of another organization stands beside', async () => {
    const { owner, stranger } = await makeOrganization()
    const alone = await as(stranger).run(readNeighbours, { memberId: stranger.id })
    expect(alone).toMatchObject({ previous: null, next: null, place: 1 })
    await expect(as(stranger).run(readNeighbours, { memberId: owner.id })).toBeProblem('not_found')
  })
})

describe('sessions of a member', () => {
  test('live ones, with the device, and the present one marked', async () => {
    const { owner, collaborator } = await makeOrganization()
    const { personId, organizationId, id: membershipId } = collaborator
    const userAgent =
      'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0'
    const at = { expired: new Date(0), live: new Date(Date.now() + 60_000) }
    const row = { personId, organizationId, membershipId, userAgent, address: '203.0.113.24' }
    await inSystem((db) =>
      db.session.createMany({
        data: [
          { ...row, id: newId('ses'), expiresAt: at.expired },
          {
            ...row,
            id: newId('ses'),
            expiresAt: at.live,
            endedAt: new Date(),
            endedBecause: 'owner',
          },
          { ...row, id: newId('ses'), expiresAt: at.live, lastActiveAt: new Date(0) },
        ],
      }),
    )
    const { rows } = await as(owner).run(listSessionsOfMember, { memberId: membershipId })
    expect(rows).toMatchObject([
      { id: collaborator.caller.sessionId, device: 'Unknown browser', current: false },
      { device: 'Firefox 151 on Ubuntu', address: '203.0.113.24', current: false },
    ])
    const own = await as(owner).run(listSessionsOfMember, { memberId: owner.id })
    expect(own.rows).toMatchObject([{ current: true }])
  })

  test('ended by an owner, it is over at its next request, once and on record', async () => {
    const organization = await makeOrganization()
    const { id, owner, collaborator } = organization
    const { sessionId } = collaborator.caller
    expect(await as(owner).run(endSessionOfMember, { sessionId })).toEqual({ ended: true })
    expect(await as(owner).run(endSessionOfMember, { sessionId })).toEqual({ ended: false })
    const { rows } = await as(owner).run(listSessionsOfMember, { memberId: collaborator.id })
    expect(rows).toEqual([])
    const [event] = await eventsOf(id)
    expect(event).toMatchObject({ event: 'session.ended', after: { because: 'owner' } })
    expect(event?.subject).toMatchObject({ id: sessionId, of: collaborator.id })
    await expect(organization).toHaveRecorded('session.ended')
  })

  test('not the one in use, not by a collaborator, not of another organization', async () => {
    const { owner, secondOwner, collaborator, stranger } = await makeOrganization()
    const { sessionId } = owner.caller
    await expect(as(owner).run(endSessionOfMember, { sessionId })).toBeProblem(
      'conflict',
      /Sign out/,
    )
    await expect(as(collaborator).run(endSessionOfMember, { sessionId })).toBeProblem('forbidden')
    for (const id of [sessionId, 'ses_unknown']) {
      await expect(as(stranger).run(endSessionOfMember, { sessionId: id })).toBeProblem(
        'not_found',
        /no such session/,
      )
    }
    expect(await as(secondOwner).run(endSessionOfMember, { sessionId })).toEqual({ ended: true })
  })
})

describe('API keys of a member', () => {
  test('listed without secrets, revoked by an owner, refused from then on', async () => {
    const organization = await makeOrganization()
    const { id, owner, collaborator } = organization
    const key = await makeKey(collaborator)
    await makeKey(owner)
    const list = () => as(owner).run(listApiKeysOfMember, { memberId: collaborator.id })
    const { rows } = await list()
    expect(rows).toMatchObject([{ id: key.id }])
    expect(JSON.stringify(rows)).not.toMatch(/hash|publicId/i)
    await as(owner).run(revokeApiKeyOfMember, { keyId: key.id })
    const again = await as(owner).run(revokeApiKeyOfMember, { keyId: key.id })
    expect(again.revokedAt).not.toBeNull()
    expect((await list()).rows).toEqual([])
    await expect(organization).toHaveRecorded('api_key.revoked')
    expect((await eventsOf(id))[0]?.subject).toMatchObject({ id: key.id, of: collaborator.id })
    await expect(as(collaborator).run(currentOrganization, {})).resolves.toBeTruthy()
  })

  test('not by a collaborator, not of another organization', async () => {
    const { owner, collaborator, stranger } = await makeOrganization()
    const { id: keyId } = await makeKey(owner)
    await expect(as(collaborator).run(revokeApiKeyOfMember, { keyId })).toBeProblem('forbidden')
    await expect(as(stranger).run(revokeApiKeyOfMember, { keyId })).toBeProblem('not_found')
    const memberId = owner.id
    await expect(as(stranger).run(listApiKeysOfMember, { memberId })).toBeProblem('not_found')
    await expect(as(stranger).run(listSessionsOfMember, { memberId })).toBeProblem('not_found')
  })

  test('of somebody removed there are none', async () => {
    const { owner, collaborator } = await makeOrganization()
    await makeKey(collaborator)
    const memberId = collaborator.id
    await as(owner).run(removeMember, { memberId })
    expect(await as(owner).run(listApiKeysOfMember, { memberId })).toEqual({ rows: [] })
    expect(await as(owner).run(listSessionsOfMember, { memberId })).toEqual({ rows: [] })
  })
})
