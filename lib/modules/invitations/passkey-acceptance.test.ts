import { expect, test, vi } from 'vitest'
import { beginPasskeySignIn } from '@/lib/modules/factors/commands/begin-passkey-sign-in'
import { signInWithPasskey } from '@/lib/modules/factors/commands/sign-in-with-passkey'
import { signInWithSecondFactor } from '@/lib/modules/factors/commands/sign-in-with-second-factor'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { noPolicy } from '@/lib/modules/policy/policy-rules'
import { inSystem } from '@/lib/platform/db/doors'
import {
  enter,
  giveFactor,
  invite,
  makeMemberWithPassword,
  password,
  personOf,
  proveAddress,
  signIn,
  someAddress,
  visitor,
} from '@/lib/testing/accounts'
import { Authenticator } from '@/lib/testing/authenticator'
import { sessionOf } from '@/lib/testing/factors'
import { as, eventsOf, makeMember, makeOrganization } from '@/lib/testing/people'
import { acceptAsNew } from './commands/accept-as-new'
import { acceptWithPasskey } from './commands/accept-with-passkey'
import { beginPasskeyAcceptance } from './commands/begin-passkey-acceptance'
import { revokeInvitation } from './commands/revoke-invitation'

const name = 'Lena Vogt'
type Who = ReturnType<typeof visitor>

const begin = (token: string, who: Who = visitor()) =>
  as(who).run(beginPasskeyAcceptance, { token, name })

async function begun(token: string, authenticator = new Authenticator()) {
  const who = visitor()
  const { attempt, options } = await begin(token, who)
  const response = authenticator.create(options)
  return { who, authenticator, given: { token, name, attempt, response } }
}

async function joinByPasskey(token: string) {
  const { who, authenticator, given } = await begun(token)
  const { next, recoveryCodes } = await as(who).run(acceptWithPasskey, given)
  return { ...(await enter(who, next)), authenticator, recoveryCodes }
}

async function byPasskey(authenticator: Authenticator, organizationId?: string) {
  const who = visitor()
  const { attempt, options } = await as(who).run(beginPasskeySignIn, {})
  const response = authenticator.get(options)
  const given = { attempt, response, ...(organizationId && { organizationId }) }
  return enter(who, await as(who).run(signInWithPasskey, given))
}

/** What an acceptance would leave behind. */
const left = (email: string) =>
  inSystem(async (db) => ({
    people: await db.person.count({ where: { email } }),
    members: await db.membership.count({ where: { email, endedAt: null } }),
    factors: await db.factor.count({ where: { person: { email } } }),
    codes: await db.recoveryCode.count({ where: { person: { email } } }),
    accepted: await db.invitation.count({ where: { email, acceptedAt: { not: null } } }),
    attempts: await db.signInAttempt.count({ where: { email } }),
  }))
const nothing = { people: 0, members: 0, factors: 0, codes: 0, accepted: 0, attempts: 0 }

test.each(['mail', 'link'] as const)(
  'somebody new, by %s: no password, a passkey that comes back, and codes',
  async (delivery) => {
    const { owner, id } = await makeOrganization()
    const email = someAddress()
    const token = await invite(owner, email, { delivery })
    const { caller, authenticator, recoveryCodes } = await joinByPasskey(token)
    expect(caller.organizationId).toBe(id)
    const person = await personOf(caller.personId)
    const home = delivery === 'mail' ? null : id
    expect(person).toMatchObject({ email, passwordHash: null, homeOrganizationId: home })
    expect(person.emailProvenAt === null).toBe(delivery === 'link')
    expect(await sessionOf({ caller })).toMatchObject({ method: 'passkey', factor: 'passkey' })
    const where = { id: caller.membershipId }
    const member = await inSystem((db) => db.membership.findFirst({ where }))
    expect(member).toMatchObject({ secondFactor: true, source: 'invitation', name })
    for (const event of ['invitation.accepted', 'member.joined', 'factor.added'] as const) {
      await expect({ id }).toHaveRecorded(event)
    }
    expect(recoveryCodes).toHaveLength(10)
    const log = JSON.stringify(await eventsOf(id))
    for (const code of recoveryCodes) expect(log).not.toContain(code)

    expect((await byPasskey(authenticator)).caller.personId).toBe(caller.personId)
    await expect(signIn(email)).toBeProblem('wrong_credentials')
    await expect(joinByPasskey(token)).toBeProblem('invitation_used')
  },
)

test('another origin, no verification, another question, link or browser: refused, and nothing is left', async () => {
  const { owner } = await makeOrganization()
  const email = someAddress()
  const token = await invite(owner, email)
  for (const place of [{ origin: 'https://evil.example' }, { rpId: 'evil' }, { flags: 1 }]) {
    const { who, given } = await begun(token, new Authenticator(place))
    await expect(as(who).run(acceptWithPasskey, given)).toBeProblem('wrong_factor')
  }
  const { given } = await begun(token)
  const run = (changed: object) => as(visitor()).run(acceptWithPasskey, { ...given, ...changed })
  const response = new Authenticator().create({ challenge: 'AAAA' })
  await expect(run({ response })).toBeProblem('wrong_factor')
  await expect(run({ attempt: (await begin(token)).attempt })).toBeProblem('wrong_factor')
  await expect(run({ attempt: '' })).toBeProblem('wrong_factor')
  // Begun for a link of one's own, answered for somebody else's.
  const own = await begun(await invite(owner, someAddress()))
  await expect(run({ ...own.given, token })).toBeProblem('wrong_factor')
  // A question of sign-in is none of this, and the other way round.
  const plain = await as(visitor()).run(beginPasskeySignIn, {})
  const answer = new Authenticator().create(plain.options)
  await expect(run({ attempt: plain.attempt, response: answer })).toBeProblem('wrong_factor')
  const wish = { attempt: given.attempt, proof: { way: 'totp' as const, code: '000000' } }
  await expect(as(visitor()).run(signInWithSecondFactor, wish)).toBeProblem('unauthenticated')
  expect(await left(email)).toEqual(nothing)
  await run({})
  expect(await left(email)).toMatchObject({ people: 1, members: 1, factors: 1, codes: 10 })
})

test('a question is answered within five minutes, and a passkey of somebody else is none', async () => {
  const { owner } = await makeOrganization()
  const email = someAddress()
  const late = await begun(await invite(owner, email))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 })
  await expect(as(late.who).run(acceptWithPasskey, late.given)).toBeProblem('wrong_factor')
  vi.useRealTimers()
  const known = await joinByPasskey(await invite(owner, someAddress()))
  const again = await begun(late.given.token, known.authenticator)
  await expect(as(again.who).run(acceptWithPasskey, again.given)).toBeProblem('wrong_factor')
  expect(await left(email)).toEqual(nothing)
})

test('a link that was used or withdrawn meanwhile makes nothing more', async () => {
  const { owner, id } = await makeOrganization()
  const email = someAddress()
  const token = await invite(owner, email, { delivery: 'mail' })
  const { who, given } = await begun(token)
  await as(visitor()).run(acceptAsNew, { token, name, password })
  const before = await left(email)
  await expect(as(who).run(acceptWithPasskey, given)).toBeProblem('invitation_used')
  expect(await left(email)).toEqual(before)
  expect(before).toMatchObject({ people: 1, factors: 0 })

  const other = someAddress()
  const withdrawn = await begun(await invite(owner, other))
  const where = { organizationId: id, email: other }
  const { id: invitationId } = await inSystem((db) => db.invitation.findFirstOrThrow({ where }))
  await as(owner).run(revokeInvitation, { invitationId })
  const late = as(withdrawn.who).run(acceptWithPasskey, withdrawn.given)
  await expect(late).toBeProblem('invitation_revoked')
  expect(await left(other)).toEqual(nothing)
})

test('two answers at once: one account', async () => {
  const { owner } = await makeOrganization()
  const email = someAddress()
  const token = await invite(owner, email, { delivery: 'mail' })
  const both = [await begun(token), await begun(token)]
  const tries = await Promise.allSettled(
    both.map(({ who, given }) => as(who).run(acceptWithPasskey, given)),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await left(email)).toMatchObject({ people: 1, members: 1, factors: 1, codes: 10 })
})

test('an account that the address has is not got by a passkey', async () => {
  const { owner } = await makeOrganization()
  const known = await makeMember((await makeOrganization()).id)
  const token = await invite(owner, known.email, { delivery: 'mail' })
  const early = await begun(token)
  await proveAddress(known.personId)
  await expect(begin(token)).toBeProblem('conflict', /Enter its password/)
  const late = as(early.who).run(acceptWithPasskey, early.given)
  await expect(late).toBeProblem('conflict', /Enter its password/)
  expect(await left(known.email)).toMatchObject({ people: 1, factors: 0, accepted: 0 })
})

test('where passkeys do not lead in, none is asked for or taken', async () => {
  const { owner, id } = await makeOrganization()
  const email = someAddress()
  const token = await invite(owner, email)
  const early = await begun(token)
  const { defaultCloudAccess: _, ...policy } = noPolicy
  await inSystem((db) =>
    db.organizationPolicy.create({
      data: { ...policy, organizationId: id, signInMethods: ['password'] },
    }),
  )
  await expect(begin(token)).toBeProblem('method_not_allowed_here', /Choose a password/)
  const late = as(early.who).run(acceptWithPasskey, early.given)
  await expect(late).toBeProblem('method_not_allowed_here')
  expect(await left(email)).toEqual(nothing)
})

test('somebody who was removed comes back by a passkey alone; one with a factor not past it', async () => {
  const { owner, id } = await makeOrganization()
  const plain = await makeMemberWithPassword(id)
  await as(owner).run(removeMember, { memberId: plain.id })
  const back = await joinByPasskey(await invite(owner, plain.email))
  expect(back.caller.personId).toBe(plain.personId)
  expect((await byPasskey(back.authenticator)).caller.personId).toBe(plain.personId)
  await expect(signIn(plain.email)).toBeProblem('wrong_credentials')

  const guarded = await makeMemberWithPassword(id)
  const token = await invite(owner, guarded.email)
  await as(owner).run(removeMember, { memberId: guarded.id })
  const early = await begun(token)
  await giveFactor(guarded.personId)
  await expect(begin(token)).toBeProblem('conflict', /Choose a password/)
  await expect(as(early.who).run(acceptWithPasskey, early.given)).toBeProblem('conflict')
  expect((await personOf(guarded.personId)).passwordHash).not.toBeNull()
})
