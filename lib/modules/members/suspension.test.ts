import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readOwnAccess } from '@/lib/modules/access/queries/read-own-access'
import { revokeApiKeyOfMember } from '@/lib/modules/api-keys/commands/revoke-api-key-of-member'
import { acceptAsNew } from '@/lib/modules/invitations/commands/accept-as-new'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { openInvitation } from '@/lib/modules/invitations/queries/open-invitation'
import { previewInvitations } from '@/lib/modules/invitations/queries/preview-invitations'
import { removeMembers } from '@/lib/modules/operations/commands/remove-members'
import { restoreMembers } from '@/lib/modules/operations/commands/restore-members'
import { runOperation } from '@/lib/modules/operations/commands/run-operation'
import { suspendMembers } from '@/lib/modules/operations/commands/suspend-members'
import { listOperationItems } from '@/lib/modules/operations/queries/list-operation-items'
import { organizationDetails } from '@/lib/modules/organizations/queries/organization-details'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { startSession } from '@/lib/modules/sessions/commands/start-session'
import { inSystem } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import {
  entered,
  invite,
  isKeyLive,
  isLive,
  makeMemberWithPassword,
  password,
  signIn,
  visitor,
} from '@/lib/testing/accounts'
import {
  as,
  eventsOf,
  makeKey,
  makeMember,
  makeOrganization,
  type TestMember,
} from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud } from '@/lib/testing/resources'
import { changeRole } from './commands/change-role'
import { createMembers } from './commands/create-members'
import { leaveOrganization } from './commands/leave-organization'
import { removeMember } from './commands/remove-member'
import { restoreMember } from './commands/restore-member'
import { suspendMember } from './commands/suspend-member'
import { getMember } from './queries/get-member'
import { listMembers } from './queries/list-members'
import { previewMany } from './queries/preview-many'
import { previewSuspension } from './queries/preview-suspension'
import { readProfile } from './queries/read-profile'

const suspend = (by: TestMember, { id: memberId }: { id: string }) =>
  as(by).run(suspendMember, { memberId })
const restore = (by: TestMember, { id: memberId }: { id: string }) =>
  as(by).run(restoreMember, { memberId })

beforeAll(() => makeOrganization()) // the first of a process opens the database

describe('member.suspend', () => {
  test('ends every session and stops every key at the next request; both are on record', async () => {
    const organization = await makeOrganization()
    const { owner, collaborator } = organization
    const key = await makeKey(collaborator)
    const after = await suspend(owner, collaborator)
    expect(after).toMatchObject({ version: 2, role: 'collaborator', endedAt: null })
    expect(after.suspendedAt).not.toBeNull()
    expect(await isLive(collaborator)).toBe(false)
    expect(await isKeyLive(key.key)).toBe(false)
    for (const who of [collaborator, key])
      await expect(as(who).run(readOwnAccess, {})).toBeProblem('unauthenticated')
    await expect(organization).toHaveRecorded('member.suspended')
    const ended = (await eventsOf(organization.id)).find(({ event }) => event === 'session.ended')
    expect(ended?.after).toEqual({ because: 'suspended' })
    await expect(organization).toHaveRecorded('api_key.revoked', 0)
    // The other half: everybody else goes on.
    expect(await isLive(owner)).toBe(true)
  })

  test('a second time nothing changes, whatever version is expected', async () => {
    const organization = await makeOrganization()
    const { owner, collaborator: c } = organization
    const first = await suspend(owner, c)
    const again = await as(owner).run(suspendMember, { memberId: c.id, expectedVersion: 1 })
    expect(again).toEqual(first)
    await restore(owner, c)
    expect((await restore(owner, c)).version).toBe(3)
    for (const event of ['member.suspended', 'member.restored'] as const)
      await expect(organization).toHaveRecorded(event)
  })

  test('a version that is no longer the present one is refused, both ways', async () => {
    const { owner, collaborator: c } = await makeOrganization()
    const at = { memberId: c.id, expectedVersion: 7 }
    await expect(as(owner).run(suspendMember, at)).toBeProblem('stale', /Nothing was saved/)
    await suspend(owner, c)
    await expect(as(owner).run(restoreMember, at)).toBeProblem('stale')
    await as(owner).run(restoreMember, { ...at, expectedVersion: 2 })
  })

  test('never oneself; a collaborator neither suspends nor restores', async () => {
    const { owner, secondOwner, collaborator } = await makeOrganization()
    await expect(suspend(owner, owner)).toBeProblem('own_membership', /suspend yourself/)
    await expect(suspend(collaborator, owner)).toBeProblem('forbidden', /Only owners can suspend/)
    await suspend(owner, secondOwner)
    await expect(restore(collaborator, secondOwner)).toBeProblem('forbidden', /Only owners can/)
  })

  test('asks for a fresh proof, restoring too; a key is not asked', async () => {
    const { owner, collaborator } = await makeOrganization()
    const old = new Date(Date.now() - 11 * 60_000)
    const idle = { caller: { ...owner.caller, authenticatedAt: old } }
    const memberId = collaborator.id
    const selection = { ids: [memberId] }
    for (const tried of [
      as(idle).run(suspendMember, { memberId }),
      as(idle).run(restoreMember, { memberId }),
      as(idle).run(suspendMembers, { selection }),
      as(idle).run(restoreMembers, { selection }),
    ])
      await expect(tried).toBeProblem('reauthenticate')
    await as(await makeKey(owner)).run(suspendMember, { memberId })
    expect((await as(owner).run(getMember, { id: memberId })).suspendedAt).not.toBeNull()
  })

  test('somebody removed is unknown', async () => {
    const { owner, collaborator } = await makeOrganization()
    await as(owner).run(removeMember, { memberId: collaborator.id })
    await expect(suspend(owner, collaborator)).toBeProblem('not_found')
    await expect(restore(owner, collaborator)).toBeProblem('not_found')
  })
})

describe('the last owner', () => {
  test('an owner is suspended by another; two who suspend each other at once: one succeeds', async () => {
    const { owner, secondOwner } = await makeOrganization()
    const ends = await Promise.allSettled([
      suspend(owner, secondOwner),
      suspend(secondOwner, owner),
    ])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('whoever is left counts as the only one: nobody else can act', async () => {
    const organization = await makeOrganization()
    const { owner, secondOwner } = organization
    await suspend(owner, secondOwner)
    await expect(as(owner).run(leaveOrganization, {})).toBeProblem('last_owner')
    const { owners, people } = await as(owner).run(listMembers, {})
    expect({ owners, people }).toEqual({ owners: 1, people: 3 })
    await restore(owner, secondOwner)
    await expect(as(owner).run(leaveOrganization, {})).toBeProblem('demote_first')
  })

  test('a suspended owner is demoted and then removed, although only one is left', async () => {
    const { owner, secondOwner } = await makeOrganization()
    await suspend(owner, secondOwner)
    const memberId = secondOwner.id
    await expect(as(owner).run(removeMember, { memberId })).toBeProblem('demote_first')
    const { role, suspendedAt } = await as(owner).run(changeRole, {
      memberId,
      role: 'collaborator',
    })
    expect(role).toBe('collaborator')
    expect(suspendedAt).not.toBeNull()
    await as(owner).run(removeMember, { memberId })
  })

  test('the database holds it even against a wrong command', async () => {
    const { id: organizationId } = await makeOrganization()
    const all = inSystem((db) =>
      db.membership.updateMany({ where: { organizationId }, data: { suspendedAt: new Date() } }),
    )
    await expect(all).rejects.toThrow(/needs an owner/)
  })

  test('suspended owners are not named as those who can change something', async () => {
    const { owner, secondOwner, collaborator } = await makeOrganization()
    await suspend(owner, secondOwner)
    const only = { names: [owner.name], count: 1 }
    expect((await as(collaborator).run(readOwnAccess, {})).owners).toEqual(only)
    const { owners } = await as(owner).run(organizationDetails, {})
    expect(owners).toEqual({ count: 1, first: [{ id: owner.id, name: owner.name }] })
  })
})

test('suspend then restore is the identity on access: nothing but sessions and the version differ', async () => {
  const organization = await makeOrganization()
  const { owner } = organization
  const cloud = await makeCloud(owner)
  const world = fc.record({
    bound: fc.boolean(),
    role: fc.constantFrom('owner' as const, 'collaborator' as const),
    keys: fc.array(fc.boolean(), { maxLength: 3 }), // true: revoked before
    offers: fc.array(fc.constantFrom('owner' as const, 'collaborator' as const), { maxLength: 2 }),
    steps: fc.array(fc.constantFrom(suspend, restore), { minLength: 1, maxLength: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(world, async ({ role, keys, offers, steps, bound }) => {
      const member = await makeMember(organization.id, role)
      if (bound) {
        await bindToCloud(member, cloud, 'writer', { endsAt: new Date(Date.now() + 86_400_000) })
        await bindToProject(member, cloud.project)
      }
      const made = []
      for (const revoked of keys) {
        const key = await makeKey(member)
        if (revoked) await as(owner).run(revokeApiKeyOfMember, { keyId: key.id })
        made.push({ ...key, revoked })
      }
      const links = []
      for (const offered of role === 'owner' ? offers : [])
        links.push(await invite(member, `${crypto.randomUUID()}@halden.example`, { role: offered }))
      const before = await heldBy(member)
      const access = made[0] && !made[0].revoked ? await as(made[0]).run(readOwnAccess, {}) : null

      await suspend(owner, member)
      for (const { key } of made) expect(await isKeyLive(key)).toBe(false)
      for (const step of steps) await step(owner, member)
      await restore(owner, member)

      expect(await heldBy(member)).toEqual(before)
      expect(before.role_binding ?? []).toHaveLength(bound ? 2 : 0)
      for (const { key, revoked } of made) expect(await isKeyLive(key)).toBe(!revoked)
      for (const token of links)
        expect((await as(visitor()).run(openInvitation, { token })).state).toBe('pending')
      if (access && made[0])
        expect(rightsIn(await as(made[0]).run(readOwnAccess, {}))).toEqual(rightsIn(access))
      expect(await isLive(member)).toBe(false)
    }),
    { numRuns: 15 },
  )
})

const rightsIn = ({ role, joinedAt, rights }: Awaited<ReturnType<typeof access>>) => ({
  role,
  joinedAt,
  rights,
})
const access = (who: TestMember) => as(who).run(readOwnAccess, {})

/** Every row, of any table there is, that names the member; but what tells of the past. */
async function heldBy({ id }: TestMember) {
  const { raw } = await engine()
  const past = ['audit_event', 'session', 'organization_counter', 'denial']
  const tables = await raw.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'organization_id' ORDER BY 1`,
  )
  const held: Record<string, string[]> = {}
  for (const { name } of tables.filter(({ name }) => !past.includes(name))) {
    const rows = await raw.query<{ row: string }>(
      `SELECT (to_jsonb(t) - 'version' - 'last_used_at')::text AS row FROM "${name}" t
       WHERE to_jsonb(t)::text LIKE '%' || $1 || '%' ORDER BY 1`,
      [id],
    )
    if (rows.length > 0) held[name] = rows.map(({ row }) => row)
  }
  expect(held.membership).toHaveLength(1)
  return held
}

describe('what a suspended person meets', () => {
  test('their sign-in is that of somebody who is in no organization; another organization of theirs works', async () => {
    const { id, owner, stranger } = await makeOrganization()
    const member = await makeMemberWithPassword(id)
    await suspend(owner, member)
    await expect(
      as(visitor()).run(signInWithPassword, { email: member.email, password }),
    ).toBeProblem('no_organization', /Ask an owner/)
    await restore(owner, member)
    const { caller } = await signIn(member.email)
    expect(caller.membershipId).toBe(member.id)

    const { organizationId } = stranger
    await inSystem(async (db) => {
      const {
        organizationId: _,
        id: __,
        userId: ___,
        ...row
      } = await db.membership.findFirstOrThrow({ where: { id: member.id } })
      const ids = { id: `${member.id}b`, userId: `${member.userId}b` }
      await db.membership.create({ data: { ...row, ...ids, organizationId } })
    })
    await suspend(owner, member)
    const elsewhere = await signIn(member.email, password, id)
    expect(elsewhere.caller.organizationId).toBe(organizationId)
  })

  test('a sign-in that was finished before is worth nothing after', async () => {
    const { id, owner } = await makeOrganization()
    const member = await makeMemberWithPassword(id)
    const who = visitor()
    const secrets = entered(
      await as(who).run(signInWithPassword, { email: member.email, password }),
    )
    await suspend(owner, member)
    await expect(as(who).run(startSession, secrets)).toBeProblem('unauthenticated')
  })

  test('an invitation to their address says what helps; so does adding them', async () => {
    const { owner, collaborator } = await makeOrganization()
    const { email } = collaborator
    await suspend(owner, collaborator)
    const { results } = await as(owner).run(sendInvitations, { addresses: [email] })
    expect(results[0]).toMatchObject({
      outcome: 'already_member',
      detail: expect.stringMatching(/suspended. Restore/),
    })
    const preview = await as(owner).run(previewInvitations, { emails: [email, owner.email] })
    expect(preview.suspended).toEqual([email])
    const people = [{ email, name: 'Ann', password: 'velvet harbour quiet ladder' }]
    await expect(as(owner).run(createMembers, { people })).toBeProblem(
      'already_member',
      /suspended. Restore/,
    )
  })

  test('their offers of the owner role let nobody in meanwhile, and do again when they are back', async () => {
    const { owner, secondOwner } = await makeOrganization()
    const token = await invite(secondOwner, 'friend@victim.example', { role: 'owner' })
    const plain = await invite(secondOwner, 'guest@victim.example')
    await suspend(owner, secondOwner)
    const join = { name: 'A Friend', password }
    await expect(as(visitor()).run(acceptAsNew, { token, ...join })).toBeProblem(
      'invitation_revoked',
      /cannot be used at present/,
    )
    expect((await as(visitor()).run(openInvitation, { token: plain })).state).toBe('pending')
    await restore(owner, secondOwner)
    await as(visitor()).run(acceptAsNew, { token, ...join })
  })

  test('the work on many that they started stops; nothing more is done in their name', async () => {
    const organization = await makeOrganization()
    const { id: organizationId, owner, secondOwner } = organization
    const victims = [await makeMember(organizationId), await makeMember(organizationId)]
    const { id } = await as(secondOwner).run(removeMembers, {
      selection: { ids: victims.map((victim) => victim.id) },
    })
    await suspend(owner, secondOwner)
    await runOperation({}, { organizationId, subjectId: id })
    const { rows } = await as(owner).run(listOperationItems, { operationId: id })
    expect(rows.map(({ state, code }) => `${state} ${code}`)).toEqual(
      victims.map(() => 'refused unauthenticated'),
    )
    for (const victim of victims) expect(await isLive(victim)).toBe(true)
  })
})

describe('lists and work on many', () => {
  test('a state of its own, in no other one; counts of a role hold them too', async () => {
    const { owner, secondOwner, collaborator } = await makeOrganization()
    await suspend(owner, secondOwner)
    await suspend(owner, collaborator)
    const ids = async (input: object) => {
      const { rows, total } = await as(owner).run(listMembers, input)
      expect(total).toEqual({ count: rows.length, more: false })
      return rows.map(({ id }) => id).sort()
    }
    const both = [secondOwner.id, collaborator.id].sort()
    expect(await ids({ state: 'suspended' })).toEqual(both)
    expect(await ids({ state: 'active' })).toEqual([owner.id])
    expect(await ids({})).toEqual([...both, owner.id].sort())
    expect(await ids({ roles: ['owner'] })).toEqual([owner.id, secondOwner.id].sort())
    expect(await ids({ roles: ['collaborator'] })).toEqual([collaborator.id])
    // also where a full first page leaves the total to the counter
    const first = await as(owner).run(listMembers, { roles: ['owner'], count: 1 })
    expect(first.total).toEqual({ count: 2, more: false })
  })

  test('the profile says by whom and since when', async () => {
    const { owner, collaborator } = await makeOrganization()
    const { suspendedAt } = await suspend(owner, collaborator)
    const profile = await as(owner).run(readProfile, { id: collaborator.id })
    expect(profile.suspendedBy).toEqual({ id: owner.id, name: owner.name })
    expect(profile.member.suspendedAt).toBe(suspendedAt)
    await restore(owner, collaborator)
    const { suspendedBy } = await as(owner).run(readProfile, { id: collaborator.id })
    expect(suspendedBy).toBeNull()
  })

  test('the preview says what ends and what waits', async () => {
    const { owner, secondOwner } = await makeOrganization()
    await makeKey(secondOwner)
    await invite(secondOwner, 'friend@victim.example', { role: 'owner' })
    const preview = await as(owner).run(previewSuspension, { memberId: secondOwner.id })
    expect(preview).toMatchObject({ sessions: 1, keys: [{}], invitations: [{}] })
    await suspend(owner, secondOwner)
    const after = await as(owner).run(previewSuspension, { memberId: secondOwner.id })
    expect(after).toMatchObject({ sessions: 0, keys: [{}], invitations: [{}] })
  })

  test('many are suspended but for oneself, and restored again', async () => {
    const { id: organizationId, owner, secondOwner, collaborator } = await makeOrganization()
    await suspend(owner, collaborator)
    const selection = { matching: {} }
    expect(await as(owner).run(previewMany, { selection, verb: 'suspend' })).toMatchObject({
      total: 3,
      fits: 1,
      already: 1,
      leftOut: [{ self: true, count: 1 }],
      sessions: 1,
    })
    const started = await as(owner).run(suspendMembers, { selection })
    await runOperation({}, { organizationId, subjectId: started.id })
    const page = await as(owner).run(listOperationItems, { operationId: started.id })
    expect(page.rows.filter(({ state }) => state === 'refused').map((row) => row.code)).toEqual([
      'own_membership',
    ])
    expect(await isLive(secondOwner)).toBe(false)
    const many = { selection, verb: 'restore' } as const
    expect(await as(owner).run(previewMany, many)).toMatchObject({
      fits: 2,
      already: 1,
      leftOut: [],
    })
    const back = await as(owner).run(restoreMembers, { selection })
    await runOperation({}, { organizationId, subjectId: back.id })
    const { rows } = await as(owner).run(listMembers, { state: 'suspended' })
    expect(rows).toEqual([])
  })
})
