import { describe, expect, test, vi } from 'vitest'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { inSystem } from '@/lib/platform/db/doors'
import {
  enter,
  invite,
  isKeyLive,
  isLive,
  makeMemberWithPassword,
  password,
  personOf,
  signIn,
  someAddress,
  visitor,
} from '@/lib/testing/accounts'
import { as, eventsOf, makeOrganization } from '@/lib/testing/people'
import { acceptAsNew } from './commands/accept-as-new'
import { acceptAsSelf } from './commands/accept-as-self'
import { acceptWithPassword } from './commands/accept-with-password'
import { revokeInvitation } from './commands/revoke-invitation'
import { openInvitation } from './queries/open-invitation'

const DAY = 86_400_000 // ms
const name = 'Lena Vogt'
const other = 'copper meadow silent engine'

const joinAsNew = async (token: string, text = password) => {
  const who = visitor()
  return enter(who, await as(who).run(acceptAsNew, { token, name, password: text }))
}
const open = (token: string, who: Parameters<typeof as>[0] = visitor()) =>
  as(who).run(openInvitation, { token })
const openMembers = (organizationId: string, email: string) =>
  inSystem((db) => db.membership.findMany({ where: { organizationId, email, endedAt: null } }))

/** Somebody with a proven account, in an organization of their own. */
async function proven(email = someAddress()) {
  const organization = await makeOrganization('Nordlys Labs')
  const session = await joinAsNew(await invite(organization.owner, email, { delivery: 'mail' }))
  return { email, organization, session }
}

describe('a new person', () => {
  test('by mail: one proven account, a member as invited, signed in there', async () => {
    const organization = await makeOrganization()
    const email = someAddress()
    const token = await invite(organization.owner, email, { delivery: 'mail', role: 'owner' })
    const { caller } = await joinAsNew(token)
    const [member] = await openMembers(organization.id, email)
    expect(member).toMatchObject({
      id: caller.membershipId,
      role: 'owner',
      name,
      source: 'invitation',
    })
    const person = await personOf(caller.personId)
    expect(person).toMatchObject({ email, homeOrganizationId: null })
    expect(person.emailProvenAt).toBeInstanceOf(Date)
    expect(person.passwordHash).toMatch(/^\$argon2id\$/)
    await expect(organization).toHaveRecorded('invitation.accepted')
    await expect(organization).toHaveRecorded('member.joined')
    const joined = (await eventsOf(organization.id)).find(({ event }) => event === 'member.joined')
    expect(joined).toMatchObject({ actor: { kind: 'member', id: member?.id, name, email } })
  })

  test('by a copied link: an unproven account of this organization alone', async () => {
    const organization = await makeOrganization()
    const email = someAddress()
    const { caller } = await joinAsNew(await invite(organization.owner, email))
    expect(await personOf(caller.personId)).toMatchObject({
      emailProvenAt: null,
      homeOrganizationId: organization.id,
    })
  })

  test('a weak password is refused at its field, and the invitation stays good', async () => {
    const { owner, name: organizationName } = await makeOrganization()
    const token = await invite(owner, someAddress())
    const refused = await joinAsNew(token, `${organizationName}!!`).catch((error) => error)
    expect(refused).toMatchObject({
      code: 'invalid_input',
      extra: { errors: [{ pointer: '#/password', detail: expect.stringMatching(/organization/) }] },
    })
    await joinAsNew(token)
  })

  test('a double click and two tabs: one membership', async () => {
    for (const delivery of ['mail', 'link'] as const) {
      const organization = await makeOrganization()
      const email = someAddress()
      const token = await invite(organization.owner, email, { delivery })
      const tries = await Promise.allSettled([1, 2, 3, 4].map(() => joinAsNew(token)))
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const failed of tries.filter((each) => each.status === 'rejected')) {
        expect(failed.reason).toMatchObject({ code: 'invitation_used' })
      }
      expect(await openMembers(organization.id, email)).toHaveLength(1)
      await expect(organization).toHaveRecorded('member.joined')
      await expect(organization).toHaveRecorded('invitation.accepted')
    }
  })

  test('two organizations mail the same new address, both links opened at once: one account', async () => {
    const [one, two] = [await makeOrganization(), await makeOrganization()]
    const email = someAddress()
    const tokens = [
      await invite(one.owner, email, { delivery: 'mail' }),
      await invite(two.owner, email, { delivery: 'mail' }),
    ]
    const tries = await Promise.allSettled(tokens.map((token) => joinAsNew(token)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await inSystem((db) => db.person.count({ where: { email } }))).toBe(1)
    const late = tokens[tries.findIndex(({ status }) => status === 'rejected')] as string
    await expect(joinAsNew(late)).toBeProblem('conflict', /Enter its password/)
    await as(visitor()).run(acceptWithPassword, { token: late, email, password })
  })
})

describe('the takeover by two owners', () => {
  /** Owner A copies a link for the victim's address and takes the account; owner B mails the victim. */
  async function attack() {
    const [a, b] = [await makeOrganization('Attackers'), await makeOrganization('Halden Robotics')]
    const victim = someAddress()
    const attacker = await joinAsNew(await invite(a.owner, victim), other)
    const { key } = await as(attacker).run(createApiKey, { name: 'left behind' })
    return { a, b, victim, attacker, key }
  }

  test('the attacker’s account never reaches organization B', async () => {
    const { b, victim, attacker } = await attack()
    const token = await invite(b.owner, victim, { delivery: 'mail' })
    // Signed in as the victim's address, with its password in A: worth nothing here.
    await expect(as(attacker).run(acceptAsSelf, { token })).toBeProblem('conflict')
    const input = { token, email: victim, password: other }
    await expect(as(visitor()).run(acceptWithPassword, input)).toBeProblem('wrong_credentials')
    expect(await open(token, attacker)).toMatchObject({ hasAccount: false, asSelf: false })
    expect(await openMembers(b.id, victim)).toEqual([])
  })

  test('proving gives the victim the one account; the attacker’s password, session and key die', async () => {
    const { a, b, victim, attacker, key } = await attack()
    const pending = await as(visitor()).run(acceptAsNew, {
      token: await invite(a.secondOwner, someAddress()),
      name,
      password: other,
    })
    expect(await isKeyLive(key)).toBe(true)
    const joined = await joinAsNew(await invite(b.owner, victim, { delivery: 'mail' }))
    expect(joined.caller.organizationId).toBe(b.id)

    expect(await isLive(attacker)).toBe(false)
    expect(await isKeyLive(key)).toBe(false)
    await expect(signIn(victim, other)).toBeProblem('wrong_credentials')
    const old = await personOf(attacker.caller.personId)
    expect(old.passwordHash).toBeNull()
    // The victim has both memberships now, under the one account.
    const both = await inSystem((db) =>
      db.membership.findMany({ where: { personId: joined.caller.personId, endedAt: null } }),
    )
    expect(both.map(({ organizationId }) => organizationId).sort()).toEqual([a.id, b.id].sort())
    const victims = await signIn(victim, undefined, a.id)
    expect(victims.caller.personId).toBe(joined.caller.personId)
    // It is on record where it happened, and others there are left alone.
    await expect(a).toHaveRecorded('api_key.revoked')
    await expect(a).toHaveRecorded('session.ended')
    await enter(visitor(), pending)
  })

  test('a ticket that the attacker holds back is worth nothing once the address is proven', async () => {
    const [a, b] = [await makeOrganization(), await makeOrganization()]
    const victim = someAddress()
    const given = { token: await invite(a.owner, victim), name, password: other }
    const heldBack = await as(visitor()).run(acceptAsNew, given)
    await joinAsNew(await invite(b.owner, victim, { delivery: 'mail' }))
    await expect(enter(visitor(), heldBack)).toBeProblem('unauthenticated')
  })

  test('a ticket redeemed at the same moment leaves no session of the attacker', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await makeOrganization(), await makeOrganization()]
      const victim = someAddress()
      const given = { token: await invite(a.owner, victim), name, password: other }
      const heldBack = await as(visitor()).run(acceptAsNew, given)
      const token = await invite(b.owner, victim, { delivery: 'mail' })
      const [, redeemed] = await Promise.allSettled([joinAsNew(token), enter(visitor(), heldBack)])
      if (redeemed.status === 'fulfilled') expect(await isLive(redeemed.value)).toBe(false)
      const live = { organizationId: a.id, endedAt: null, person: { email: victim } }
      expect(await inSystem((db) => db.session.count({ where: live }))).toBe(0)
    }
  })

  test('a copied link of a third owner later makes an account of its own, and changes the proven one in nothing', async () => {
    const { email, session } = await proven()
    const before = await personOf(session.caller.personId)
    const third = await makeOrganization()
    const taken = await joinAsNew(await invite(third.owner, email), other)
    expect(taken.caller.personId).not.toBe(before.id)
    expect(await personOf(before.id)).toEqual(before)
    expect(await isLive(session)).toBe(true)
    expect((await signIn(email)).caller.personId).toBe(before.id)
    expect((await signIn(email, other)).caller.organizationId).toBe(third.id)
  })
})

describe('a person with an account', () => {
  test('joins by its password, and is told nothing new when it is wrong', async () => {
    const { email, session } = await proven()
    const organization = await makeOrganization()
    const token = await invite(organization.owner, email, { delivery: 'mail' })
    const wrong = { token, email, password: other }
    await expect(as(visitor()).run(acceptWithPassword, wrong)).toBeProblem(
      'wrong_credentials',
      /^Email or password is wrong\.$/,
    )
    const who = visitor()
    const secrets = await as(who).run(acceptWithPassword, { ...wrong, password })
    const { caller } = await enter(who, secrets)
    expect(caller).toMatchObject({
      organizationId: organization.id,
      personId: session.caller.personId,
    })
    expect(await openMembers(organization.id, email)).toMatchObject([{ name }])
  })

  test('mailed, cannot be made anew', async () => {
    const { email, session } = await proven()
    const { owner } = await makeOrganization()
    const token = await invite(owner, email, { delivery: 'mail' })
    await expect(joinAsNew(token, other)).toBeProblem('conflict', /Enter its password/)
    expect((await signIn(email)).caller.personId).toBe(session.caller.personId)
  })

  test('signed in, joins as oneself by mail and by link', async () => {
    for (const delivery of ['mail', 'link'] as const) {
      const { session, email } = await proven()
      const organization = await makeOrganization()
      const token = await invite(organization.owner, email, { delivery })
      expect(await open(token, session)).toMatchObject({ asSelf: true, wrongAccount: null })
      const joined = await enter(session, await as(session).run(acceptAsSelf, { token }))
      expect(joined.caller.organizationId).toBe(organization.id)
      await expect(organization).toHaveRecorded('member.joined')
    }
  })

  test('signed in as another address is told both, whichever way it tries', async () => {
    const { session, email } = await proven()
    const { owner } = await makeOrganization()
    const invited = someAddress()
    for (const delivery of ['mail', 'link'] as const) {
      const token = await invite(owner, invited, { delivery })
      const both = new RegExp(`${invited}.*${email}`)
      expect(await open(token, session)).toMatchObject({
        wrongAccount: expect.stringMatching(both),
      })
      const run = as(session)
      await expect(run.run(acceptAsSelf, { token })).toBeProblem('wrong_account', both)
      const fresh = { token, name, password: other }
      await expect(run.run(acceptAsNew, fresh)).toBeProblem('wrong_account')
      const known = { token, email: invited, password }
      await expect(run.run(acceptWithPassword, known)).toBeProblem('wrong_account')
    }
  })

  test('tries at its password are counted where sign-in counts them', async () => {
    const { email } = await proven()
    const { owner } = await makeOrganization()
    const who = visitor()
    for (let i = 0; i < 10; i++) {
      const token = await invite(owner, email)
      const input = { token, email, password: other }
      await expect(as(who).run(acceptWithPassword, input)).toBeProblem('wrong_credentials')
    }
    const input = { token: await invite(owner, email), email, password }
    await expect(as(who).run(acceptWithPassword, input)).toBeProblem('rate_limited')
    const elsewhere = { ...input, email: someAddress() }
    await expect(as(visitor()).run(acceptWithPassword, elsewhere)).toBeProblem('invitation_unknown')
  })
})

describe('what cannot be accepted', () => {
  test('used, expired, revoked and unknown links each say so', async () => {
    const { owner, id } = await makeOrganization()
    const used = await invite(owner, someAddress())
    await joinAsNew(used)
    expect(await open(used)).toEqual({
      state: 'accepted',
      sentence: expect.stringMatching(
        /^This invitation was used on .*Sign in, or ask for a new one\.$/,
      ),
    })
    await expect(joinAsNew(used)).toBeProblem('invitation_used')

    const expired = await invite(owner, someAddress())
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * DAY })
    expect(await open(expired)).toMatchObject({ state: 'expired' })
    await expect(joinAsNew(expired)).toBeProblem('invitation_expired')
    vi.useRealTimers()

    const revoked = await invite(owner, someAddress())
    const row = await inSystem((db) =>
      db.invitation.findFirstOrThrow({
        where: { organizationId: id, acceptedAt: null },
        orderBy: { createdAt: 'desc' },
      }),
    )
    await as(owner).run(revokeInvitation, { invitationId: row.id })
    expect(await open(revoked)).toMatchObject({
      state: 'revoked',
      sentence: expect.stringMatching(/withdrawn/),
    })
    await expect(joinAsNew(revoked)).toBeProblem('invitation_revoked')

    for (const token of [
      '',
      'nonsense',
      revoked.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
    ]) {
      const answer = await open(token)
      expect(answer).toEqual({ state: 'unknown', sentence: expect.stringMatching(/not known/) })
      await expect(joinAsNew(token)).toBeProblem('invitation_unknown')
    }
  })

  test('an offer of the owner role ends with its inviter’s own', async () => {
    for (const end of ['demoted', 'removed'] as const) {
      const { id, owner, secondOwner } = await makeOrganization()
      const token = await invite(secondOwner, someAddress(), { role: 'owner' })
      const plain = await invite(secondOwner, someAddress())
      await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
      if (end === 'removed') await as(owner).run(removeMember, { memberId: secondOwner.id })
      expect(await open(token)).toMatchObject({ state: 'revoked' })
      await expect(joinAsNew(token)).toBeProblem('invitation_revoked')
      // Also when nobody revoked the row: the rule holds by itself.
      await inSystem((db) =>
        db.invitation.updateMany({
          where: { organizationId: id },
          data: { revokedAt: null, revokedBecause: null },
        }),
      )
      expect(await open(token)).toMatchObject({ state: 'revoked' })
      await expect(joinAsNew(token)).toBeProblem('invitation_revoked', /withdrawn/)
      await joinAsNew(plain)
    }
  })

  test('a demotion and an acceptance at once: never an owner invited by nobody', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, owner, secondOwner } = await makeOrganization()
      const email = someAddress()
      const token = await invite(secondOwner, email, { role: 'owner' })
      const demote = { memberId: secondOwner.id, role: 'collaborator' } as const
      await Promise.allSettled([as(owner).run(changeRole, demote), joinAsNew(token)])
      const order = (await eventsOf(id))
        .map(({ event }) => event)
        .filter((event) => ['member.role_changed', 'member.joined'].includes(event))
      const member = await openMembers(id, email)
      if (member.length > 0) expect(order).toHaveLength(2)
      else await expect(joinAsNew(token)).toBeProblem('invitation_revoked')
    }
  })

  test('an address that became a member meanwhile', async () => {
    const organization = await makeOrganization()
    const email = someAddress()
    const token = await invite(organization.owner, email)
    await makeMemberWithPassword(organization.id, 'collaborator', { email })
    await expect(joinAsNew(token)).toBeProblem('already_member', /Sign in instead/)
    expect(await openMembers(organization.id, email)).toHaveLength(1)
  })
})

test('a copied link never tells whether its address has an account; a mailed one tells its holder', async () => {
  const { email } = await proven()
  const { owner } = await makeOrganization()
  const [known, unknown] = [await invite(owner, email), await invite(owner, someAddress())]
  const told = async (token: string) => {
    const { email: _, expiresAt: __, ...rest } = (await open(token)) as Record<string, unknown>
    return rest
  }
  expect(await told(known)).toEqual(await told(unknown))
  expect(await told(known)).toMatchObject({ state: 'pending', hasAccount: false })
  const mailed = await invite(owner, email, { delivery: 'mail' })
  expect(await open(mailed)).toMatchObject({ hasAccount: true })
})

test('removed and invited again: new ids, none of the old roles, and history keeps the old row', async () => {
  const organization = await makeOrganization()
  const { owner, id } = organization
  const email = someAddress()
  const first = await joinAsNew(await invite(owner, email, { role: 'owner' }))
  const [before] = await openMembers(id, email)
  await as(owner).run(changeRole, { memberId: first.caller.membershipId, role: 'collaborator' })
  await as(owner).run(removeMember, { memberId: first.caller.membershipId })
  await expect(signIn(email)).toBeProblem('no_organization')

  const again = await joinAsNew(await invite(owner, email), other)
  const [after] = await openMembers(id, email)
  expect(after).toMatchObject({ role: 'collaborator' })
  expect([after?.id, after?.userId]).not.toContain(before?.id)
  expect(after?.userId).not.toBe(before?.userId)
  // The same account of this organization, with the new password; the old session stays ended.
  expect(again.caller.personId).toBe(first.caller.personId)
  await expect(signIn(email)).toBeProblem('wrong_credentials')
  expect(await isLive(first)).toBe(false)
  const all = await inSystem((db) => db.membership.count({ where: { organizationId: id, email } }))
  expect(all).toBe(2)
})
