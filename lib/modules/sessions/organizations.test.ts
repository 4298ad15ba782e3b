import { beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '@/lib/domain/id'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { newMembership } from '@/lib/modules/members/member'
import { inSystem } from '@/lib/platform/db/doors'
import {
  alsoMember,
  enter,
  entered,
  giveFactor,
  isLive,
  makeMemberWithPassword,
  password,
  signIn,
  visitor,
} from '@/lib/testing/accounts'
import { testDatabase } from '@/lib/testing/database'
import { as, eventsOf, makeOrganization, type TestMember } from '@/lib/testing/people'
import { leaveOrganization } from '../members/commands/leave-organization'
import { chooseOrganization } from './commands/choose-organization'
import { signInWithPassword } from './commands/sign-in-with-password'
import { switchOrganization } from './commands/switch-organization'
import { vouchForNext } from './commands/vouch-for-next'
import { listOrganizationsToChoose } from './queries/list-organizations-to-choose'
import { listOwnOrganizations } from './queries/list-own-organizations'
import { readPlace } from './queries/read-place'
import { attemptLifetime } from './session'

const HOUR = 3_600_000 // ms

beforeAll(testDatabase) // a hook waits longer for it than a test

/** Somebody in two organizations, the first of which was used last. */
async function inTwo() {
  const [one, two] = [
    await makeOrganization('Halden Robotics'),
    await makeOrganization('Østlandet'),
  ]
  const member = await makeMemberWithPassword(one.id)
  const lastActiveAt = new Date(Date.now() - HOUR)
  const second = await alsoMember(member, two.id, { role: 'owner', lastActiveAt })
  return { one, two, member, second }
}
type Two = Awaited<ReturnType<typeof inTwo>>

const begin = async ({ email }: Pick<TestMember, 'email'>, organizationId?: string) => {
  const who = visitor()
  const given = { email, password, ...(organizationId && { organizationId }) }
  return { who, step: await as(who).run(signInWithPassword, given) }
}
const suspend = (id: string) =>
  inSystem((db) => db.membership.updateMany({ where: { id }, data: { suspendedAt: new Date() } }))

describe('choosing at the end of a sign-in', () => {
  test('shows every organization, the last used first, with the role; the chosen one is entered', async () => {
    const { one, two, member, second } = await inTwo()
    const { who, step } = await begin(member)
    expect(step.step).toBe('organization')
    const { attempt } = step
    const { email, rows } = await as(who).run(listOrganizationsToChoose, { attempt })
    expect(email).toBe(member.email)
    expect(rows.map(({ name, role }) => [name, role])).toEqual([
      ['Halden Robotics', 'collaborator'],
      ['Østlandet', 'owner'],
    ])
    const chosen = await as(who).run(chooseOrganization, { attempt, organizationId: two.id })
    const { caller } = await enter(who, chosen)
    expect(caller).toMatchObject({ organizationId: two.id, membershipId: second.id })
    await expect(two).toHaveRecorded('session.started')
    expect((await eventsOf(one.id)).map(({ event }) => event)).not.toContain('session.started')
    // used up
    await expect(as(who).run(listOrganizationsToChoose, { attempt })).toBeProblem('unauthenticated')
    const again = { attempt, organizationId: one.id }
    await expect(as(who).run(chooseOrganization, again)).toBeProblem('unauthenticated')
  })

  test('says nothing before the second factor is proven', async () => {
    const { one, member } = await inTwo()
    await giveFactor(member.personId)
    const { who, step } = await begin(member)
    expect(step.step).toBe('second_factor')
    const { attempt } = step
    const list = as(who).run(listOrganizationsToChoose, { attempt })
    await expect(list).toBeProblem('second_factor_required')
    const choice = as(who).run(chooseOrganization, { attempt, organizationId: one.id })
    await expect(choice).toBeProblem('second_factor_required')
    const factor = { where: { personId: member.personId }, data: { factor: 'totp' } }
    await inSystem((db) => db.signInAttempt.updateMany(factor))
    expect((await as(who).run(listOrganizationsToChoose, { attempt })).rows).toHaveLength(2)
  })

  test('says nothing without the cookie, with a made-up one, and after ten minutes', async () => {
    const { member } = await inTwo()
    const { who, step } = await begin(member)
    const swapped = `${step.attempt.slice(0, -1)}${step.attempt.endsWith('a') ? 'b' : 'a'}`
    for (const attempt of ['', 'x', swapped]) {
      const list = as(who).run(listOrganizationsToChoose, { attempt })
      await expect(list).toBeProblem('unauthenticated')
    }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + attemptLifetime })
    const { attempt } = step
    await expect(as(who).run(listOrganizationsToChoose, { attempt }))
      .toBeProblem('unauthenticated')
      .finally(() => vi.useRealTimers())
  })

  test('an organization of others, an unknown one and one that keeps them out are one answer', async () => {
    const { two, member, second } = await inTwo()
    const foreign = await makeOrganization('Nordlys Secret')
    const { who, step } = await begin(member)
    await suspend(second.id)
    const answers = new Set<string>()
    for (const organizationId of [foreign.id, 'org_unknown', two.id]) {
      const given = { attempt: step.attempt, organizationId }
      const refused = await as(who)
        .run(chooseOrganization, given)
        .catch((error: unknown) => error)
      answers.add(JSON.stringify(refused) + String(refused))
    }
    expect([...answers]).toEqual([expect.stringContaining('not_found')])
    const { rows } = await as(who).run(listOrganizationsToChoose, { attempt: step.attempt })
    expect(rows.map(({ name, suspendedAt }) => [name, suspendedAt !== null])).toEqual([
      ['Halden Robotics', false],
      ['Østlandet', true],
    ])
  })

  test('somebody removed from the chosen one meanwhile does not get in, and chooses another', async () => {
    const { one, two, member } = await inTwo()
    const { who, step } = await begin(member)
    const choose = ({ id }: { id: string }) =>
      as(who).run(chooseOrganization, { attempt: step.attempt, organizationId: id })
    const chosen = await choose(one)
    await as(one.owner).run(removeMember, { memberId: member.id })
    await expect(enter(who, chosen)).toBeProblem('unauthenticated')
    // The try used nothing up.
    await expect(choose(one)).toBeProblem('not_found')
    expect((await enter(who, await choose(two))).caller.organizationId).toBe(two.id)
  })

  test('200 organizations are all there', async () => {
    const { member } = await inTwo()
    const made = Array.from({ length: 200 }, (_, index) => index)
    const { personId, email, name } = member
    const rows = made.map((index) => {
      const organization = { id: newId('org'), name: `Works ${index}` }
      const who = { organizationId: organization.id, personId, email, name }
      const now = new Date()
      return {
        organization,
        row: newMembership({ ...who, role: 'collaborator', source: 'invitation', now }),
      }
    })
    await inSystem(async (db) => {
      await db.organization.createMany({ data: rows.map(({ organization }) => organization) })
      await db.membership.createMany({ data: rows.map(({ row }) => row) })
    })
    const { who, step } = await begin(member)
    const list = await as(who).run(listOrganizationsToChoose, { attempt: step.attempt })
    expect(list.rows).toHaveLength(202)
    const last = list.rows.at(-1)?.organizationId as string
    const given = { attempt: step.attempt, organizationId: last }
    const { caller } = await enter(who, await as(who).run(chooseOrganization, given))
    expect(caller.organizationId).toBe(last)
  })
})

describe('switching', () => {
  test('starts a session there and ends the one here, in both logs; what was proven comes along', async () => {
    const { one, two, member, second } = await inTwo()
    const here = await signIn(member.email, password, one.id)
    const proof = {
      method: 'email_link',
      factor: 'totp',
      authenticatedAt: new Date(Date.now() - HOUR),
    }
    const { sessionId } = here.caller
    await inSystem((db) => db.session.updateMany({ where: { id: sessionId }, data: proof }))
    const step = await as(here).run(switchOrganization, { organizationId: two.id })
    expect([await isLive(here), step.step]).toEqual([true, 'enter'])
    const there = await enter(here, step)
    expect(there.caller).toMatchObject({ organizationId: two.id, membershipId: second.id })
    expect(there.caller.authenticatedAt).toEqual(proof.authenticatedAt)
    expect(await isLive(here)).toBe(false)
    const session = await inSystem((db) =>
      db.session.findUniqueOrThrow({ where: { id: there.caller.sessionId } }),
    )
    expect(session).toMatchObject(proof)
    const ended = (await eventsOf(one.id)).filter(({ event }) => event === 'session.ended')
    expect(ended).toMatchObject([{ after: { because: 'replaced' } }])
    await expect(two).toHaveRecorded('session.started')
    const texts = JSON.stringify(await eventsOf(two.id))
    expect(texts).not.toContain(here.caller.sessionId)
  })

  test('asks for the second factor when the session was begun without it', async () => {
    const { two, member, one } = await inTwo()
    const here = await signIn(member.email, password, one.id)
    await giveFactor(member.personId)
    const step = await as(here).run(switchOrganization, { organizationId: two.id })
    expect(step.step).toBe('second_factor')
    expect(() => entered(step)).toThrow()
    expect(await isLive(here)).toBe(true)
  })

  test('asks for a way to sign in that the other organization admits', async () => {
    const { two, member, one } = await inTwo()
    const here = await signIn(member.email, password, one.id)
    const policy = { organizationId: two.id, signInMethods: ['passkey'] }
    await inSystem((db) => db.organizationPolicy.create({ data: policy }))
    const there = { organizationId: two.id }
    const refused = () =>
      expect(as(here).run(switchOrganization, there)).toBeProblem('method_not_allowed_here')
    await refused()
    // Coming in by an invitation is no way around it.
    const { sessionId: id } = here.caller
    await inSystem((db) => db.session.updateMany({ where: { id }, data: { method: 'invitation' } }))
    await refused()
    await inSystem((db) => db.session.updateMany({ where: { id }, data: { method: 'passkey' } }))
    expect((await as(here).run(switchOrganization, there)).step).toBe('enter')
  })

  test('nobody switches into an organization of others, or out of a session that ended', async () => {
    const { one, two, member } = await inTwo()
    const here = await signIn(member.email, password, one.id)
    for (const organizationId of [one.stranger.organizationId, 'org_unknown']) {
      const there = as(here).run(switchOrganization, { organizationId })
      await expect(there).toBeProblem('not_found')
    }
    const ended = {
      where: { id: here.caller.sessionId },
      data: { endedAt: new Date(), endedBecause: 'owner' },
    }
    await inSystem((db) => db.session.updateMany(ended))
    const there = as(here).run(switchOrganization, { organizationId: two.id })
    await expect(there).toBeProblem('unauthenticated')
  })

  test('a forged session of one person does not vouch for another', async () => {
    const { one, two, member } = await inTwo()
    const here = await signIn(member.email, password, one.id)
    for (const other of [one.stranger, one.collaborator]) {
      const forged = { caller: { ...other.caller, sessionId: here.caller.sessionId } }
      const there = as(forged).run(switchOrganization, { organizationId: two.id })
      await expect(there).toBeProblem('unauthenticated')
    }
  })

  test('one’s list is one’s own, and says where one is', async () => {
    const { one, two, member } = await inTwo()
    const here = await signIn(member.email, password, two.id)
    const { rows, creation } = await as(here).run(listOwnOrganizations, {})
    expect(rows.map(({ organizationId }) => organizationId).sort()).toEqual([one.id, two.id].sort())
    expect(creation).toBeNull()
    const place = { organizationId: two.id, organizationName: 'Østlandet' }
    expect(await as(here).run(readPlace, {})).toEqual(place)
    const { stranger } = one
    expect((await as(stranger).run(listOwnOrganizations, {})).rows).toHaveLength(1)
  })

  test('a closed gate keeps nobody from going elsewhere, and opens nothing', async () => {
    const { one, two, member } = await inTwo()
    const { caller } = await signIn(member.email, password, one.id)
    const gated = { caller: { ...caller, gate: 'factor_missing' as const } }
    expect((await as(gated).run(listOwnOrganizations, {})).rows).toHaveLength(2)
    const there = { organizationId: two.id }
    expect((await as(gated).run(switchOrganization, there)).step).toBe('enter')
    await expect(as(gated).run(createApiKey, { name: 'x' })).toBeProblem('second_factor_required')
  })
})

describe('leaving', () => {
  const leave = async ({ member, one }: Pick<Two, 'member' | 'one'>) => {
    const here = await signIn(member.email, password, one.id)
    const { step } = await as(here).run(vouchForNext, {})
    await as(here).run(leaveOrganization, {})
    expect(await isLive(here)).toBe(false)
    return { here, step }
  }

  test('the next organization is chosen without signing in again, and the one that was left is gone', async () => {
    const { one, two, member } = await inTwo()
    const { step } = await leave({ member, one })
    if (step?.step !== 'organization') throw new Error('There is one to choose.')
    const { attempt } = step
    const { rows } = await as(visitor()).run(listOrganizationsToChoose, { attempt })
    expect(rows.map(({ organizationId }) => organizationId)).toEqual([two.id])
    const back = as(visitor()).run(chooseOrganization, { attempt, organizationId: one.id })
    await expect(back).toBeProblem('not_found')
    const given = { attempt, organizationId: two.id }
    const who = visitor()
    const { caller } = await enter(who, await as(who).run(chooseOrganization, given))
    expect(caller.organizationId).toBe(two.id)
  })

  test('of the only one nothing is next', async () => {
    const one = await makeOrganization()
    const member = await makeMemberWithPassword(one.id)
    expect((await leave({ member, one })).step).toBeNull()
    await expect(signIn(member.email)).toBeProblem('no_organization')
  })
})
