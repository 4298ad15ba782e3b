import { beforeEach, describe, expect, test, vi } from 'vitest'
import { mintToken } from '@/lib/domain/tokens'
import type { SessionCaller } from '@/lib/kernel/caller'
import { FRESH } from '@/lib/kernel/gate'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { requestPasswordReset } from '@/lib/modules/sessions/commands/request-password-reset'
import { resetPassword } from '@/lib/modules/sessions/commands/reset-password'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { startSession } from '@/lib/modules/sessions/commands/start-session'
import { openLink } from '@/lib/modules/sessions/queries/open-link'
import { inSystem } from '@/lib/platform/db/doors'
import {
  alsoMember,
  entered,
  isKeyLive,
  isLive,
  makeMemberWithPassword,
  password,
  personOf,
  proveAddress,
  signIn,
  signsIn,
  someAddress,
  visitor,
} from '@/lib/testing/accounts'
import { type Mailed, takeNotices, takeOutbox, tokenIn } from '@/lib/testing/mailed'
import { as, eventsOf, makeKey, makeOrganization, type TestMember } from '@/lib/testing/people'
import { cancelEmailChange } from '../commands/cancel-email-change'
import { changePassword } from '../commands/change-password'
import { confirmEmailChange } from '../commands/confirm-email-change'
import { deliverLink } from '../commands/deliver-link'
import { requestEmailChange } from '../commands/request-email-change'
import { readAccount } from '../queries/read-account'

const sent: Mailed[] = vi.hoisted(() => {
  process.env.PUBLIC_URL = 'https://gate.halden.example'
  return []
})
vi.mock('@/lib/platform/mail/mail', async (original) => ({
  ...(await original<object>()),
  mailIsSetUp: () => true,
  sendMail: async (mail: Mailed) => void sent.push(mail),
}))

const fresh = 'copper meadow winter lantern'
type Organization = Awaited<ReturnType<typeof makeOrganization>>
let organization: Organization
let member: TestMember

beforeEach(async () => {
  organization = await makeOrganization()
  member = await makeMemberWithPassword(organization.id)
  await proveAddress(member.personId)
  sent.length = 0
  await takeOutbox('link')
  await takeNotices()
})

const stale = ({ caller }: { caller: SessionCaller }) => ({
  caller: { ...caller, authenticatedAt: new Date(Date.now() - FRESH) },
})
async function deliver() {
  const before = sent.length
  for (const { payload, item } of await takeOutbox('link')) await deliverLink(payload, item)
  return sent.slice(before)
}

describe('one’s own password', () => {
  test('changes behind a fresh proof; every other session ends, this one and the keys stay', async () => {
    const other = await signIn(member.email)
    const { key } = await makeKey(member)
    await expect(as(stale(member)).run(changePassword, { password: fresh })).toBeProblem(
      'reauthenticate',
    )
    expect(await isLive(other)).toBe(true)
    expect(await as(member).run(changePassword, { password: fresh })).toEqual({ ended: 1 })
    expect([await isLive(other), await isLive(member), await isKeyLive(key)]).toEqual([
      false,
      true,
      true,
    ])
    expect([await signsIn(member.email, password), await signsIn(member.email, fresh)]).toEqual([
      false,
      true,
    ])
    await expect(organization).toHaveRecorded('member.password_changed')
    const [notice] = await takeNotices()
    expect(notice).toMatchObject({ to: member.email, subject: 'Your password was changed' })
    expect((await as(member).run(readAccount, {})).passwordChangedAt).not.toBeNull()
  })

  test('ends sign-ins under way and links that were mailed before', async () => {
    const who = visitor()
    const begun = entered(await as(who).run(signInWithPassword, { email: member.email, password }))
    await as(visitor()).run(requestPasswordReset, { email: member.email })
    const [mail] = await deliver()
    await as(member).run(changePassword, { password: fresh })
    await expect(as(who).run(startSession, begun)).toBeProblem('unauthenticated')
    const token = tokenIn(mail as Mailed)
    await expect(as(visitor()).run(resetPassword, { token, password })).toBeProblem('link_ended')
  })

  test('has the rules of every new password', async () => {
    for (const bad of ['short', 'password password', member.name.repeat(3)]) {
      await expect(as(member).run(changePassword, { password: bad })).toBeProblem('invalid_input')
    }
    expect(await signsIn(member.email, password)).toBe(true)
  })

  test('is nobody else’s', async () => {
    const forged = { caller: { ...member.caller, personId: organization.owner.personId } }
    await expect(as(forged).run(changePassword, { password: fresh })).toBeProblem('unauthenticated')
  })
})

/** Begins a change and gives both tokens. */
async function begin(email: string, who: { caller: SessionCaller } = member) {
  await as(who).run(requestEmailChange, { email })
  const mails = await deliver()
  const to = (address: string) => tokenIn(mails.find((mail) => mail.to === address) as Mailed)
  return { mails, to }
}
const confirm = (token: string, who: Parameters<typeof as>[0] = visitor(), stop = false) =>
  as(who).run(confirmEmailChange, { token, stop })

describe('one’s own address', () => {
  test.each(['old', 'new'])('changes once both confirmed it, the %s one first', async (order) => {
    const elsewhere = await makeOrganization()
    await alsoMember(member, elsewhere.id)
    const email = someAddress()
    const { to } = await begin(email)
    const steps = [() => confirm(to(member.email)), () => confirm(to(email), member)]
    if (order === 'new') steps.reverse()
    expect(await steps[0]?.()).toEqual({ state: 'waiting' })
    expect((await personOf(member.personId)).email).toBe(member.email)
    expect((await as(member).run(readAccount, {})).emailChange).toMatchObject({
      newEmail: email,
      oldConfirmed: order === 'old',
      newConfirmed: order === 'new',
    })
    expect(await steps[1]?.()).toEqual({ state: 'changed' })
    expect(await isLive(member)).toBe(true)
    expect([await signsIn(member.email, password), await signsIn(email, password)]).toEqual([
      false,
      true,
    ])
    for (const { id, owner } of [organization, elsewhere]) {
      const { rows } = await as(owner).run(listMembers, { search: email })
      expect(rows.map((row) => row.email)).toEqual([email])
      const { rows: before } = await as(owner).run(listMembers, { search: member.email })
      expect(before).toEqual([])
      expect((await eventsOf(id)).at(-1)).toMatchObject({
        event: 'member.email_changed',
        before: { email: member.email },
        after: { email },
      })
    }
    expect((await takeNotices()).map((mail) => mail.to).sort()).toEqual(
      [email, member.email].sort(),
    )
    expect((await as(member).run(readAccount, {})).emailChange).toBeNull()
  })

  test('the new address confirms only in a browser that is signed in to the account', async () => {
    const victim = someAddress()
    const { to } = await begin(victim)
    await confirm(to(member.email))
    const token = to(victim)
    await expect(confirm(token)).toBeProblem('wrong_account', /Sign in as/)
    await expect(confirm(token, organization.owner)).toBeProblem('wrong_account')
    expect((await personOf(member.personId)).email).toBe(member.email)
    await confirm(token, member)
  })

  test('each link serves once, for its change alone, and none of the other kinds', async () => {
    const email = someAddress()
    const first = await begin(email)
    await confirm(first.to(member.email))
    await expect(confirm(first.to(member.email))).toBeProblem('link_ended')
    const reset = { token: first.to(email), password: fresh }
    await expect(as(visitor()).run(resetPassword, reset)).toBeProblem('link_ended')
    // A second change takes the place of the first, whose confirmations count for nothing.
    const second = await begin(someAddress())
    await expect(confirm(first.to(email), member)).toBeProblem('link_ended')
    expect(await confirm(second.to(member.email))).toEqual({ state: 'waiting' })
    expect((await personOf(member.personId)).email).toBe(member.email)
  })

  test('is given up by its person, or stopped by the earlier address', async () => {
    const email = someAddress()
    const first = await begin(email)
    expect(await as(member).run(cancelEmailChange, {})).toEqual({ cancelled: true })
    expect(await as(member).run(cancelEmailChange, {})).toEqual({ cancelled: false })
    await expect(confirm(first.to(member.email))).toBeProblem('link_ended')
    const second = await begin(email)
    await confirm(second.to(email), member)
    expect(await confirm(second.to(member.email), visitor(), true)).toEqual({ state: 'stopped' })
    expect((await personOf(member.personId)).email).toBe(member.email)
    await expect(confirm(second.to(member.email))).toBeProblem('link_ended')
  })

  test('is not changed to the address of another account, and does not tell that there is one', async () => {
    const taken = await makeMemberWithPassword(organization.stranger.organizationId)
    await inSystem((db) =>
      db.person.update({
        where: { id: taken.personId },
        data: { emailProvenAt: new Date(), homeOrganizationId: null },
      }),
    )
    const answers = [
      await as(member).run(requestEmailChange, { email: taken.email }),
      await as(member).run(readAccount, {}),
    ]
    const mails = await deliver()
    const refusal = mails.find((mail) => mail.to === taken.email)
    expect(refusal?.text).toContain('has an account of its own')
    expect(refusal?.text).not.toContain('gth_lnk_')
    const free = [
      await as(member).run(requestEmailChange, { email: someAddress() }),
      await as(member).run(readAccount, {}),
    ]
    const shape = (value: unknown) =>
      JSON.stringify(value).replace(/"(newEmail|expiresAt)":"[^"]*"/g, '')
    expect(answers.map(shape)).toEqual(free.map(shape))
  })

  test('an account that came up in between keeps its address; nothing is half done', async () => {
    const email = someAddress()
    const { to } = await begin(email)
    await confirm(to(member.email))
    // An unproven one of the same organization is in the way as well.
    await makeMemberWithPassword(organization.id, 'collaborator', { email })
    await expect(confirm(to(email), member)).toBeProblem('conflict', /account of its own/)
    expect((await personOf(member.personId)).email).toBe(member.email)
    expect((await as(member).run(readAccount, {})).emailChange).toMatchObject({
      newConfirmed: false,
    })
  })

  test('asks for a fresh proof, another address and a day at most; a new password ends it', async () => {
    const email = someAddress()
    await expect(as(stale(member)).run(requestEmailChange, { email })).toBeProblem('reauthenticate')
    await expect(
      as(member).run(requestEmailChange, { email: member.email.toUpperCase() }),
    ).toBeProblem('invalid_input', /already/)
    const first = await begin(email)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3_600_000 })
    await expect(confirm(first.to(member.email)))
      .toBeProblem('link_ended')
      .finally(() => vi.useRealTimers())
    const second = await begin(email)
    await as(member).run(changePassword, { password: fresh })
    await expect(confirm(second.to(member.email))).toBeProblem('link_ended')
  })

  test('an account of one organization alone stays that', async () => {
    const own = await makeMemberWithPassword(organization.id)
    const email = someAddress()
    const { to } = await begin(email, own)
    await confirm(to(own.email))
    await confirm(to(email), own)
    expect(await personOf(own.personId)).toMatchObject({
      email,
      emailProvenAt: null,
      homeOrganizationId: organization.id,
    })
  })

  test('the page behind a link says from where to where, and whose it is', async () => {
    const email = someAddress()
    const { to } = await begin(email)
    const purposes = ['confirm_new_email' as const, 'confirm_old_email' as const]
    const opened = await as(visitor()).run(openLink, { token: to(email), purposes })
    expect(opened).toMatchObject({ change: { from: member.email, to: email }, signedIn: false })
    const other = await as(organization.owner).run(openLink, { token: to(email), purposes })
    expect(other).toMatchObject({ signedInAs: organization.owner.email })
  })
})

describe('notices', () => {
  const browser = async (device?: string) => {
    const who = visitor()
    const secrets = entered(
      await as(who).run(signInWithPassword, { email: member.email, password }),
    )
    await as(who).run(startSession, { ...secrets, ...(device && { device }) })
    return who
  }

  test('a browser that was not seen before is told, once; the first one ever is not', async () => {
    const [home, office] = [mintToken('device'), mintToken('device')]
    await browser(home)
    expect(await takeNotices()).toEqual([])
    const who = await browser(office)
    const [notice, ...more] = await takeNotices()
    expect(more).toEqual([])
    expect(notice).toMatchObject({ to: member.email, subject: 'New sign-in to your account' })
    for (const fact of [
      `Network address: ${who.caller.origin.address}`,
      'Device: ',
      ' UTC',
      'If not: choose a new password at https://gate.halden.example/forgot-password',
    ]) {
      expect(notice?.text).toContain(fact)
    }
    await browser(home)
    await browser(office)
    await browser('not a cookie of ours')
    expect(await takeNotices()).toEqual([])
    const rows = await inSystem((db) =>
      db.knownDevice.findMany({ where: { personId: member.personId } }),
    )
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain(home)
  })

  test('a browser that somebody else used is new for oneself', async () => {
    const shared = mintToken('device')
    await browser(mintToken('device'))
    const other = await makeMemberWithPassword(organization.id)
    const who = visitor()
    const secrets = entered(await as(who).run(signInWithPassword, { email: other.email, password }))
    await as(who).run(startSession, { ...secrets, device: shared })
    expect(await takeNotices()).toEqual([])
    await browser(shared)
    expect((await takeNotices()).map(({ to }) => to)).toEqual([member.email])
  })

  test('a key that is made is told to its owner, without any of it', async () => {
    const { key } = await as(member).run(createApiKey, { name: 'robot-bench' })
    const [notice] = await takeNotices()
    expect(notice).toMatchObject({
      to: member.email,
      subject: 'An API key was made with your account',
    })
    expect(notice?.text).toContain('robot-bench')
    expect(JSON.stringify(notice)).not.toContain(key.slice(8, 20))
  })
})
