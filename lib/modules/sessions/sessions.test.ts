import { describe, expect, test, vi } from 'vitest'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { inSystem } from '@/lib/platform/db/doors'
import {
  enter,
  entered,
  givePassword,
  invite,
  isLive,
  makeMemberWithPassword,
  password,
  signIn,
  someAddress,
  visitor,
} from '@/lib/testing/accounts'
import { as, makeOrganization } from '@/lib/testing/people'
import { acceptAsNew } from '../invitations/commands/accept-as-new'
import { endSession } from './commands/end-session'
import { signInWithPassword } from './commands/sign-in-with-password'
import { startSession } from './commands/start-session'
import { attemptLifetime, sessionLifetime } from './session'

async function memberOfNew() {
  const organization = await makeOrganization()
  const member = await makeMemberWithPassword(organization.id)
  const finish = (text = password, email = member.email) => {
    const who = visitor()
    return as(who).run(signInWithPassword, { email, password: text }).then(entered)
  }
  return { organization, member, finish }
}

describe('sign_in.with_password', () => {
  test('signs in to the organization that was used last', async () => {
    const { organization, member } = await memberOfNew()
    const { caller } = await signIn(member.email.toUpperCase())
    expect(caller).toMatchObject({ organizationId: organization.id, membershipId: member.id })
    await expect(organization).toHaveRecorded('session.started')

    const elsewhere = await makeOrganization()
    const [first, second] = [organization.id, elsewhere.id]
    const { caller: there } = await signIn(member.email)
    expect(there.organizationId).toBe(first)
    const person = { personId: member.personId }
    const other = await makeMemberWithPassword(second, 'collaborator', { email: someAddress() })
    await inSystem((db) => db.membership.updateMany({ where: { id: other.id }, data: person }))
    await inSystem((db) =>
      db.membership.updateMany({
        where: { id: other.id },
        data: { lastActiveAt: new Date(Date.now() + 60_000) },
      }),
    )
    // In two organizations: the person chooses.
    const two = as(visitor()).run(signInWithPassword, { email: member.email, password })
    await expect(two).resolves.toMatchObject({ step: 'organization' })
    const wanted = { email: member.email, password, organizationId: second }
    const who = visitor()
    const chosen = await enter(who, entered(await as(who).run(signInWithPassword, wanted)))
    expect(chosen.caller.organizationId).toBe(second)
  })

  test('an unknown address, a wrong password and a removed person’s wrong password are one answer', async () => {
    const { organization, member, finish } = await memberOfNew()
    const unknown = await finish(password, someAddress()).catch((error: Error) => error)
    const wrong = await finish('velvet harbour quiet ladders').catch((error: Error) => error)
    await as(organization.owner).run(removeMember, { memberId: member.id })
    const removed = await finish('velvet harbour quiet ladders').catch((error: Error) => error)
    expect(unknown).toMatchObject({
      code: 'wrong_credentials',
      message: 'Email or password is wrong.',
    })
    expect(JSON.stringify([wrong, removed])).toBe(JSON.stringify([unknown, unknown]))
    // No account of this organization at all has a password: as unknown as the rest.
    const { collaborator } = await makeOrganization()
    await expect(finish(password, collaborator.email)).toBeProblem('wrong_credentials')
  })

  test('takes as long for an unknown address as for a wrong password', async () => {
    const { member, finish } = await memberOfNew()
    const time = async (email: string) => {
      const start = performance.now()
      await finish('velvet harbour quiet ladders', email).catch(() => {})
      return performance.now() - start
    }
    const median = (times: number[]) =>
      times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
    const [known, unknown]: number[][] = [[], []]
    for (let i = 0; i < 9; i++) {
      known?.push(await time(member.email))
      unknown?.push(await time(someAddress()))
    }
    // argon2id is nearly all of it: an answer without it would be some five times quicker.
    expect(median(unknown as number[]) / median(known as number[])).toBeGreaterThan(0.5)
  })

  test('somebody who was removed is told that there is no organization, once the password is right', async () => {
    const { organization, member, finish } = await memberOfNew()
    const session = await signIn(member.email)
    await as(organization.owner).run(removeMember, { memberId: member.id })
    expect(await isLive(session)).toBe(false)
    await expect(finish()).toBeProblem('no_organization', /invitation/)
  })

  test('of several accounts of an address the password says which', async () => {
    const email = someAddress()
    const one = await makeOrganization()
    const two = await makeOrganization()
    const first = await makeMemberWithPassword(one.id, 'collaborator', { email })
    const second = await makeMemberWithPassword(two.id, 'collaborator', { email })
    await givePassword(second.personId, 'another harbour quiet ladder')
    expect((await signIn(email)).caller.membershipId).toBe(first.id)
    const { caller } = await signIn(email, 'another harbour quiet ladder')
    expect(caller.membershipId).toBe(second.id)
    // The same password for both, and removed from the newer: the older still signs in.
    await givePassword(second.personId, password)
    await as(two.owner).run(removeMember, { memberId: second.id })
    expect((await signIn(email)).caller.membershipId).toBe(first.id)
  })

  test('the same keys give the same password, however the device composes them', async () => {
    const { member, finish } = await memberOfNew()
    await givePassword(member.personId, 'überall stille häfen'.normalize('NFKC'))
    await expect(finish('überall stille häfen'.normalize('NFD'))).resolves.toHaveProperty('ticket')
  })

  test('the eleventh wrong try from one place has to wait, elsewhere one still gets in', async () => {
    const { member } = await memberOfNew()
    const who = visitor()
    const input = { email: member.email, password: 'wrong harbour quiet ladder' }
    for (let i = 0; i < 10; i++) {
      await expect(as(who).run(signInWithPassword, input)).toBeProblem('wrong_credentials')
    }
    const right = { ...input, password }
    await expect(as(who).run(signInWithPassword, right)).toBeProblem('rate_limited')
    await signIn(member.email)
  })
})

describe('session.start', () => {
  test('a ticket serves once', async () => {
    const { finish, organization } = await memberOfNew()
    const secrets = await finish()
    await enter(visitor(), secrets)
    await expect(as(visitor()).run(startSession, secrets)).toBeProblem('unauthenticated')
    await expect(organization).toHaveRecorded('session.started')
  })

  test('two browsers at once: one session', async () => {
    const { finish, member } = await memberOfNew()
    const secrets = await finish()
    const both = await Promise.allSettled([1, 2, 3].map(() => enter(visitor(), secrets)))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const made = { membershipId: member.id, address: { startsWith: '198.18.' } }
    expect(await inSystem((db) => db.session.count({ where: made }))).toBe(1)
  })

  test('a ticket is worth nothing without its own cookie, and is not used up by the try', async () => {
    const { finish } = await memberOfNew()
    const [one, other] = [await finish(), await finish()]
    for (const attempt of ['', other.attempt, one.ticket]) {
      const mixed = { ticket: one.ticket, attempt }
      await expect(as(visitor()).run(startSession, mixed)).toBeProblem('unauthenticated')
    }
    const reversed = { ticket: one.attempt, attempt: one.ticket }
    await expect(as(visitor()).run(startSession, reversed)).toBeProblem('unauthenticated')
    await enter(visitor(), one)
  })

  test('it ends after ten minutes', async () => {
    const { finish } = await memberOfNew()
    const secrets = await finish()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + attemptLifetime })
    await expect(as(visitor()).run(startSession, secrets))
      .toBeProblem('unauthenticated')
      .finally(() => vi.useRealTimers())
  })

  test('neither secret is stored', async () => {
    const { finish, member } = await memberOfNew()
    const { ticket, attempt } = await finish()
    const rows = await inSystem((db) =>
      db.signInAttempt.findMany({ where: { membershipId: member.id } }),
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(ticket)
    expect(JSON.stringify(rows)).not.toContain(attempt)
  })

  test('somebody removed in between does not get in', async () => {
    const { finish, member, organization } = await memberOfNew()
    const secrets = await finish()
    await as(organization.owner).run(removeMember, { memberId: member.id })
    await expect(as(visitor()).run(startSession, secrets)).toBeProblem('unauthenticated')
  })

  test('it ends for good after fourteen days, and keeps where it came from', async () => {
    const { member } = await memberOfNew()
    const { caller } = await signIn(member.email)
    const row = await inSystem((db) =>
      db.session.findUniqueOrThrow({ where: { id: caller.sessionId } }),
    )
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(sessionLifetime)
    expect(row).toMatchObject({ address: caller.origin.address, userAgent: 'test' })
  })

  test('signing in again in the same browser ends the session before', async () => {
    const { member, finish, organization } = await memberOfNew()
    const before = await signIn(member.email)
    const after = await enter(before, await finish())
    expect([await isLive(before), await isLive(after)]).toEqual([false, true])
    await expect(organization).toHaveRecorded('session.ended')
  })
})

describe('session.end', () => {
  test('a copy of the cookie is worth nothing after signing out; other sessions stay', async () => {
    const { member, organization } = await memberOfNew()
    const [here, there] = [await signIn(member.email), await signIn(member.email)]
    await as(here).run(endSession, {})
    await as(here).run(endSession, {})
    expect([await isLive(here), await isLive(there)]).toEqual([false, true])
    await expect(organization).toHaveRecorded('session.ended')
  })

  test('nobody ends the session of another', async () => {
    const { member, organization } = await memberOfNew()
    const [mine, foreign] = [await signIn(member.email), organization.stranger]
    const forged = { ...foreign.caller, sessionId: mine.caller.sessionId }
    await as({ caller: forged }).run(endSession, {})
    expect(await isLive(mine)).toBe(true)
  })
})

test('a link and a sign-in lead to the same kind of session', async () => {
  const { owner } = await makeOrganization()
  const email = someAddress()
  const token = await invite(owner, email)
  const who = visitor()
  const given = { token, name: 'Lena Vogt', password }
  const joined = await enter(who, await as(who).run(acceptAsNew, given))
  expect((await signIn(email)).caller).toMatchObject({ membershipId: joined.caller.membershipId })
})
