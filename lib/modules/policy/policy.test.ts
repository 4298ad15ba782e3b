import { beforeEach, describe, expect, test } from 'vitest'
import type { SessionCaller } from '@/lib/kernel/caller'
import { gateOf } from '@/lib/kernel/gate'
import { acceptAsNew } from '@/lib/modules/invitations/commands/accept-as-new'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { previewInvitations } from '@/lib/modules/invitations/queries/preview-invitations'
import { createMembers } from '@/lib/modules/members/commands/create-members'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { startSession } from '@/lib/modules/sessions/commands/start-session'
import { listOwnSessions } from '@/lib/modules/sessions/queries/list-own-sessions'
import { listSessionsOfMember } from '@/lib/modules/sessions/queries/list-sessions-of-member'
import { beginSignIn } from '@/lib/modules/sessions/sign-in-steps'
import { inIdentity, inSystem, readTenant } from '@/lib/platform/db/doors'
import { findSessionHolder } from '@/lib/platform/db/lookups'
import { membersWithoutWay } from '@/lib/platform/db/policy-row'
import {
  enter,
  entered,
  giveFactor,
  invite,
  isLive,
  makeMemberWithPassword,
  password,
  proveAddress,
  signIn,
  someAddress,
  visitor,
} from '@/lib/testing/accounts'
import {
  as,
  eventsOf,
  makeKey,
  makeMember,
  makeOrganization,
  type TestMember,
  type TestOrganization,
} from '@/lib/testing/people'
import { changePolicy } from './commands/change-policy'
import { previewPolicy } from './queries/preview-policy'
import { readPolicy } from './queries/read-policy'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let organization: TestOrganization
let owner: TestMember
beforeEach(async () => {
  organization = await makeOrganization()
  owner = organization.owner
})

const eventsNamed = async (name: string) =>
  (await eventsOf(organization.id)).filter(({ event }) => event === name)

/** As if the session had begun and been used that long ago. */
const age = ({ caller }: { caller: SessionCaller }, begun: number, used: number) =>
  inSystem((db) =>
    db.session.update({
      where: { id: caller.sessionId },
      data: {
        createdAt: new Date(Date.now() - begun),
        lastActiveAt: new Date(Date.now() - used),
      },
    }),
  )

describe('reading and changing', () => {
  test('without a row nothing is demanded; a change is kept, and says what was before', async () => {
    const none = await as(owner).run(readPolicy, {})
    expect(none).toMatchObject({
      version: 1,
      secondFactorRequired: false,
      sessionHours: null,
      invitationDomains: [],
      defaultCloudAccess: 'collaborator',
    })
    const changes = {
      sessionHours: 12,
      invitationDomains: ['@Halden.Example', 'halden.example', 'xn--bcher-kva.example'],
      defaultCloudAccess: 'read_only' as const,
    }
    const saved = await as(owner).run(changePolicy, { ...changes, expectedVersion: 1 })
    expect(saved).toMatchObject({
      version: 2,
      sessionHours: 12,
      invitationDomains: ['bücher.example', 'halden.example'],
      defaultCloudAccess: 'read_only',
    })
    expect(await as(owner).run(readPolicy, {})).toEqual(saved)
    const [event] = await eventsNamed('organization.policy_changed')
    expect(event).toMatchObject({
      before: { sessionHours: null, invitationDomains: [], defaultCloudAccess: 'collaborator' },
      after: { sessionHours: 12, defaultCloudAccess: 'read_only' },
    })
  })

  test('the same values change nothing and leave no event', async () => {
    const { version } = await as(owner).run(changePolicy, { secondFactorRequired: false })
    expect(version).toBe(1)
    expect(await eventsNamed('organization.policy_changed')).toEqual([])
  })

  test('who saves over another’s change is told, and nothing is lost', async () => {
    await as(owner).run(changePolicy, { sessionHours: 12, expectedVersion: 1 })
    const second = { sessionHours: 24, expectedVersion: 1 }
    await expect(as(organization.secondOwner).run(changePolicy, second)).toBeProblem('stale')
    expect((await as(owner).run(readPolicy, {})).sessionHours).toBe(12)
  })

  test('collaborators neither read nor change it', async () => {
    const { collaborator } = organization
    await expect(as(collaborator).run(readPolicy, {})).toBeProblem('forbidden')
    await expect(as(collaborator).run(previewPolicy, {})).toBeProblem('forbidden')
    await expect(as(collaborator).run(changePolicy, { sessionHours: 1 })).toBeProblem('forbidden')
  })

  test('a console session proves who it is first; a key is not asked', async () => {
    const { authenticatedAt, ...caller } = owner.caller
    const old = { ...caller, authenticatedAt: new Date(Date.now() - 11 * MINUTE) }
    const asked = { sessionHours: 12 }
    await expect(as({ caller: old }).run(changePolicy, asked)).toBeProblem('reauthenticate')
    const key = await makeKey(owner)
    expect((await as(key).run(changePolicy, asked)).sessionHours).toBe(12)
    expect(authenticatedAt).toBeDefined()
  })

  test.each([
    [{ sessionIdleMinutes: 4 }, '#/sessionIdleMinutes', /from 5 to 20160 minutes/],
    [{ sessionHours: 0 }, '#/sessionHours', /from 1 to 336 hours/],
    [{ secondFactorGraceDays: 91 }, '#/secondFactorGraceDays', /from 0 to 90 days/],
    [{ signInMethods: [] }, '#/signInMethods', /at least one way/],
    [{ invitationDomains: ['halden'] }, '#/invitationDomains/0', /^halden is not a domain/],
    [{ invitationDomains: ['a b.example'] }, '#/invitationDomains/0', /is not a domain/],
  ])('%j is refused', async (input, pointer, detail) => {
    const problem = await as(owner)
      .run(changePolicy, input)
      .catch((error) => error.body())
    expect(problem.errors[0]).toMatchObject({ pointer, detail: expect.stringMatching(detail) })
  })
})

describe('session lengths', () => {
  test('idle: a session ends a minute after the time, not before', async () => {
    await as(owner).run(changePolicy, { sessionIdleMinutes: 5 })
    const { collaborator } = organization
    await age(collaborator, 60 * MINUTE, 5.5 * MINUTE)
    expect(await isLive(collaborator)).toBe(true) // activity is written up to a minute late
    await age(collaborator, 60 * MINUTE, 6.1 * MINUTE)
    expect(await isLive(collaborator)).toBe(false)
  })

  test('absolute: a session ends however much it is used', async () => {
    await as(owner).run(changePolicy, { sessionHours: 1 })
    const { collaborator } = organization
    await age(collaborator, 59 * MINUTE, 0)
    expect(await isLive(collaborator)).toBe(true)
    await age(collaborator, 61 * MINUTE, 0)
    expect(await isLive(collaborator)).toBe(false)
  })

  test('a shorter policy ends sessions at once, as the preview said, and for good', async () => {
    const { collaborator, secondOwner, stranger } = organization
    await age(collaborator, 3 * 60 * MINUTE, 0)
    await age(secondOwner, 0, 40 * MINUTE)
    await age(stranger, 3 * 60 * MINUTE, 40 * MINUTE)
    const shorter = { sessionHours: 2, sessionIdleMinutes: 30 }
    const preview = await as(owner).run(previewPolicy, shorter)
    expect(preview.sessions).toEqual({ sessions: 2, people: 2, own: false })
    await as(owner).run(changePolicy, shorter)
    const [event] = await eventsNamed('organization.policy_changed')
    expect(event?.after).toMatchObject({ sessions: 2 })
    await as(owner).run(changePolicy, { sessionHours: null, sessionIdleMinutes: null })
    expect(await isLive(collaborator)).toBe(false)
    expect(await isLive(secondOwner)).toBe(false)
    expect(await isLive(owner)).toBe(true)
    expect(await isLive(stranger)).toBe(true)
  })

  test('a session that idled out does not come back when the owners allow more', async () => {
    const { collaborator } = organization
    await as(owner).run(changePolicy, { sessionIdleMinutes: 30 })
    await age(collaborator, 60 * MINUTE, 40 * MINUTE)
    await as(owner).run(changePolicy, { sessionIdleMinutes: 60 })
    expect(await isLive(collaborator)).toBe(false)
  })

  test('the session that saves is in use, whatever is written; too old, it ends too and the preview says so', async () => {
    await age(owner, 20 * MINUTE, 20 * MINUTE)
    const idle = { sessionIdleMinutes: 5 }
    expect((await as(owner).run(previewPolicy, idle)).sessions).toMatchObject({ own: false })
    await as(owner).run(changePolicy, idle)
    expect(await isLive(owner)).toBe(true)
    await age(owner, 90 * MINUTE, 0)
    const hours = { sessionHours: 1 }
    expect((await as(owner).run(previewPolicy, hours)).sessions).toMatchObject({ own: true })
    await as(owner).run(changePolicy, hours)
    expect(await isLive(owner)).toBe(false)
  })
})

describe('second factor', () => {
  const gate = async (member: TestMember, after = 0) => {
    const holder = await findSessionHolder(member.caller.sessionId)
    return holder && gateOf(holder, [], new Date(Date.now() + after))
  }

  test('the grace runs from the later of the demand and the joining', async () => {
    await giveFactor(owner.personId)
    const { collaborator } = organization
    await inSystem((db) =>
      db.membership.updateMany({
        where: { id: collaborator.id },
        data: { createdAt: new Date(Date.now() - 300 * DAY) },
      }),
    )
    await as(owner).run(changePolicy, { secondFactorRequired: true, secondFactorGraceDays: 7 })
    expect(await gate(collaborator, 6.9 * DAY)).toBeNull()
    expect(await gate(collaborator, 7.1 * DAY)).toBe('factor_missing')
    // As if it had been demanded for long: who joins today has seven days all the same.
    await inSystem((db) =>
      db.organizationPolicy.updateMany({
        where: { organizationId: organization.id },
        data: { secondFactorSince: new Date(Date.now() - 30 * DAY) },
      }),
    )
    expect(await gate(collaborator)).toBe('factor_missing')
    const newcomer = await makeMember(organization.id)
    expect(await gate(newcomer, 6.9 * DAY)).toBeNull()
    expect(await gate(newcomer, 7.1 * DAY)).toBe('factor_missing')
    await giveFactor(collaborator.personId)
    expect(await gate(collaborator)).toBe('factor_unproven')
  })

  test('not required any more, the gate is open; required again, the grace begins anew', async () => {
    await giveFactor(owner.personId)
    const { collaborator } = organization
    const required = await as(owner).run(changePolicy, { secondFactorRequired: true })
    expect(required.secondFactorSince).not.toBeNull()
    await inSystem((db) =>
      db.organizationPolicy.updateMany({
        where: { organizationId: organization.id },
        data: { secondFactorSince: new Date(Date.now() - 30 * DAY) },
      }),
    )
    await inSystem((db) =>
      db.membership.updateMany({
        where: { id: collaborator.id },
        data: { createdAt: new Date(Date.now() - 300 * DAY) },
      }),
    )
    expect(await gate(collaborator)).toBe('factor_missing')
    // More days alone do not begin it anew.
    const longer = await as(owner).run(changePolicy, { secondFactorGraceDays: 8 })
    expect(Date.parse(longer.secondFactorSince ?? '')).toBeLessThan(Date.now() - 29 * DAY)
    const off = await as(owner).run(changePolicy, { secondFactorRequired: false })
    expect(off.secondFactorSince).toBeNull()
    expect(await gate(collaborator)).toBeNull()
    await as(owner).run(changePolicy, { secondFactorRequired: true })
    expect(await gate(collaborator, 7.9 * DAY)).toBeNull()
  })

  test('the preview counts who has none, and from when on they get nowhere', async () => {
    await giveFactor(owner.personId)
    const asked = { secondFactorRequired: true, secondFactorGraceDays: 3 }
    const preview = await as(owner).run(previewPolicy, asked)
    expect(preview.people).toBe(3)
    expect(preview.withoutFactor).toMatchObject({ count: 2, more: false })
    expect(preview.withoutFactor.first.map(({ id }) => id).sort()).toEqual(
      [organization.collaborator.id, organization.secondOwner.id].sort(),
    )
    const due = Date.parse(preview.factorDueAt ?? '') - Date.now()
    expect(Math.round(due / DAY)).toBe(3)
    expect((await as(owner).run(previewPolicy, {})).factorDueAt).toBeNull()
  })

  test('who has none does not shut themself out: without days it is refused, by preview and command', async () => {
    const asked = { secondFactorRequired: true, secondFactorGraceDays: 0 }
    const preview = await as(owner).run(previewPolicy, asked)
    expect(preview.denials).toMatchObject([{ field: 'secondFactorRequired' }])
    await expect(as(owner).run(changePolicy, asked)).toBeProblem('invalid_input', /shut you out/)
    await as(owner).run(changePolicy, { secondFactorRequired: true, secondFactorGraceDays: 1 })
    await inSystem((db) =>
      db.membership.updateMany({
        where: { id: owner.id },
        data: { createdAt: new Date(Date.now() - 300 * DAY) },
      }),
    )
    await expect(as(owner).run(changePolicy, { secondFactorGraceDays: 0 })).toBeProblem(
      'invalid_input',
      /give more days/,
    )
    await giveFactor(owner.personId)
    await as(owner).run(changePolicy, { secondFactorGraceDays: 0 })
  })
})

describe('ways to sign in', () => {
  test('names who could not sign in any more, and nobody of another organization', async () => {
    const withPasskey = await makeMemberWithPassword(organization.id)
    await giveFactor(withPasskey.personId, 'passkey')
    const without = await makeMemberWithPassword(organization.id)
    const withApp = await makeMemberWithPassword(organization.id)
    await giveFactor(withApp.personId, 'totp') // a second step alone
    await makeMemberWithPassword(organization.stranger.organizationId)
    await giveFactor(owner.personId, 'passkey')
    const preview = await as(owner).run(previewPolicy, { signInMethods: ['passkey'] })
    expect(preview.denials).toEqual([])
    expect(preview.withoutWay.first.map(({ id }) => id).sort()).toEqual(
      [without.id, withApp.id].sort(),
    )
    expect((await as(owner).run(previewPolicy, {})).withoutWay.count).toBe(0)
  })

  test('the function states the organization itself', async () => {
    const theirs = await makeMemberWithPassword(organization.stranger.organizationId)
    const lost = await readTenant(organization.id, (db) =>
      membersWithoutWay(db, ['password'], [], { only: theirs.id, limit: 10 }),
    )
    expect(lost).toEqual([])
  })

  test('an owner does not take their own only way away', async () => {
    const founder = await makeMemberWithPassword(organization.id, 'owner')
    const asked = { signInMethods: ['passkey' as const] }
    const preview = await as(founder).run(previewPolicy, asked)
    expect(preview.denials).toMatchObject([{ field: 'signInMethods' }])
    await expect(as(founder).run(changePolicy, asked)).toBeProblem(
      'invalid_input',
      /could not sign in any more yourself/,
    )
    // Without mail on this server a link by email leads nowhere, whoever proved the address.
    await proveAddress(founder.personId)
    const byMail = { signInMethods: ['email_link' as const] }
    await expect(as(founder).run(changePolicy, byMail)).toBeProblem('invalid_input')
    await giveFactor(founder.personId, 'passkey')
    expect((await as(founder).run(changePolicy, asked)).signInMethods).toEqual(['passkey'])
  })
})

describe('signing in where a way is not allowed', () => {
  const onlyPasskeys = (organizationId: string) =>
    inSystem((db) =>
      db.organizationPolicy.create({
        data: { organizationId, signInMethods: ['passkey'], sessionHours: 1 },
      }),
    )

  test('a password is refused, whatever step it comes at, and works elsewhere', async () => {
    const member = await makeMemberWithPassword(organization.id)
    await signIn(member.email)
    const who = visitor()
    const given = { email: member.email, password }
    const ticket = entered(await as(who).run(signInWithPassword, given))
    await onlyPasskeys(organization.id)
    // The ticket was made before the policy.
    await expect(as(who).run(startSession, ticket)).toBeProblem('method_not_allowed_here')
    await expect(signIn(member.email)).toBeProblem('method_not_allowed_here')
    const elsewhere = await makeMemberWithPassword(organization.stranger.organizationId)
    await signIn(elsewhere.email)
  })

  test('an invitation lets somebody join once, for as long as the policy says; it is no way into another organization', async () => {
    await onlyPasskeys(organization.id)
    const email = someAddress()
    const who = visitor()
    const token = await invite(owner, email, { delivery: 'mail' })
    const joining = { token, name: 'New Comer', password }
    const { caller } = await enter(who, await as(who).run(acceptAsNew, joining))
    expect(caller.organizationId).toBe(organization.id)
    const row = await inSystem((db) =>
      db.session.findUniqueOrThrow({ where: { id: caller.sessionId } }),
    )
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(60 * MINUTE)
    await expect(signIn(email)).toBeProblem('method_not_allowed_here')

    // As a switch does it: a sign-in that the session of another organization vouches for.
    const other = await makeOrganization()
    const seat = await makeMember(other.id, 'collaborator', { email: someAddress() })
    await onlyPasskeys(other.id)
    const { personId } = caller
    await inSystem((db) =>
      db.membership.update({
        where: { organizationId_id: { organizationId: other.id, id: seat.id } },
        data: { personId, createdAt: new Date(Date.now() - DAY) },
      }),
    )
    const begun = { email, personId, method: 'invitation', wantedOrganizationId: other.id } as const
    await expect(inIdentity((db) => beginSignIn(db, begun, new Date()))).rejects.toMatchObject({
      code: 'method_not_allowed_here',
    })
    const byPasskey = await inIdentity((db) =>
      beginSignIn(db, { ...begun, method: 'passkey' }, new Date()),
    )
    expect(byPasskey.step).toBe('enter')
  })
})

describe('lists of sessions', () => {
  test('say how each began, and leave out what is over by the policy', async () => {
    const { collaborator } = organization
    const member = await makeMemberWithPassword(organization.id)
    const session = await signIn(member.email)
    await inSystem((db) =>
      db.session.update({ where: { id: session.caller.sessionId }, data: { factor: 'totp' } }),
    )
    const listed = await as(owner).run(listSessionsOfMember, { memberId: member.id })
    expect(listed.rows).toHaveLength(2)
    const found = listed.rows.find(({ id }) => id === session.caller.sessionId)
    expect(found).toMatchObject({ method: 'password', factor: 'totp', address: expect.any(String) })
    await as(owner).run(changePolicy, { sessionIdleMinutes: 30, sessionHours: 10 })
    await age(member, 60 * MINUTE, 45 * MINUTE)
    const own = await as(session).run(listOwnSessions, {})
    expect(own.rows.map(({ id }) => id)).toEqual([session.caller.sessionId])
    const left = await as(owner).run(listSessionsOfMember, { memberId: member.id })
    expect(left.rows.map(({ id }) => id)).toEqual([session.caller.sessionId])
    expect(await isLive(member)).toBe(false)
    const [theirs] = (await as(owner).run(listSessionsOfMember, { memberId: collaborator.id })).rows
    const ends = Date.parse(theirs?.expiresAt ?? '') - Date.now()
    expect(ends).toBeLessThan(32 * MINUTE)
  })
})

describe('domains', () => {
  test('an address outside is left out, as the preview said; a pending invitation is accepted all the same', async () => {
    const early = await invite(owner, 'early@brightwell.example', { delivery: 'mail' })
    await as(owner).run(changePolicy, { invitationDomains: ['halden.example'] })
    const outside = someAddress()
    const emails = [outside, 'in@halden.example', 'sub@mail.halden.example']
    const preview = await as(owner).run(previewInvitations, { emails })
    expect(preview.domains).toEqual(['halden.example'])
    const { results } = await as(owner).run(sendInvitations, { addresses: emails })
    expect(results.map(({ outcome }) => outcome)).toEqual(['outside', 'invited', 'outside'])
    expect(results[0]?.detail).toBe(
      `${outside} can’t be invited. This organization invites addresses at halden.example only.`,
    )
    // Sending it again would be a new invitation.
    const again = await as(owner).run(sendInvitations, { addresses: ['early@brightwell.example'] })
    expect(again.results[0]?.outcome).toBe('outside')
    const who = visitor()
    const joining = { token: early, name: 'Early Bird', password }
    await enter(who, await as(who).run(acceptAsNew, joining))
  })

  test('pending invitations outside are shown, and stay', async () => {
    await invite(owner, 'inside@halden.example')
    await invite(owner, 'outside@brightwell.example')
    const preview = await as(owner).run(previewPolicy, { invitationDomains: ['halden.example'] })
    expect(preview.outside).toMatchObject({
      count: 1,
      first: [{ email: 'outside@brightwell.example' }],
    })
  })

  test('nobody is added round them', async () => {
    await as(owner).run(changePolicy, { invitationDomains: ['halden.example'] })
    const person = (email: string) => ({ email, name: 'New', password: 'velvet harbour ladder 9' })
    await expect(
      as(owner).run(createMembers, { people: [person('new@mail.halden.example')] }),
    ).toBeProblem('invalid_input', /invites addresses at halden\.example only/)
    await as(owner).run(createMembers, { people: [person('new@halden.example')] })
  })
})
