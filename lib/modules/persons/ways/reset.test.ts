import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { acceptAsNew } from '@/lib/modules/invitations/commands/accept-as-new'
import { requestPasswordReset } from '@/lib/modules/sessions/commands/request-password-reset'
import { requestSignInLink } from '@/lib/modules/sessions/commands/request-sign-in-link'
import { resetPassword } from '@/lib/modules/sessions/commands/reset-password'
import { signInWithLink } from '@/lib/modules/sessions/commands/sign-in-with-link'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { startSession } from '@/lib/modules/sessions/commands/start-session'
import { openLink } from '@/lib/modules/sessions/queries/open-link'
import type { SignInOutcome } from '@/lib/modules/sessions/session'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { inSystem } from '@/lib/platform/db/doors'
import {
  alsoMember,
  enter,
  entered,
  giveFactor,
  givePassword,
  invite,
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
import { as, makeKey, makeOrganization } from '@/lib/testing/people'
import { deliverLink } from '../commands/deliver-link'

const sent: Mailed[] = vi.hoisted(() => {
  process.env.SIGN_IN_BY_EMAIL_LINK = 'on'
  process.env.PUBLIC_URL = 'https://gate.halden.example'
  return []
})
vi.mock('@/lib/platform/mail/mail', async (original) => ({
  ...(await original<object>()),
  mailIsSetUp: () => true,
  sendMail: async (mail: Mailed) => void sent.push(mail),
}))
vi.mock('@/lib/platform/crypto/password-hash', async (original) => {
  const real = await original<{ hashPassword(text: string): Promise<string> }>()
  return { ...real, hashPassword: vi.fn(real.hashPassword) }
})

const MINUTE = 60_000 // ms
const fresh = 'copper meadow winter lantern'

beforeEach(async () => {
  await makeOrganization()
  sent.length = 0
  await takeOutbox('link')
  await takeNotices()
})
afterEach(() => void vi.useRealTimers())

/** Time goes on by so much, for this process and for what it writes. */
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

/** Lets the worker mail what was asked for, and gives the mails. */
async function deliver() {
  const before = sent.length
  for (const { payload, item } of await takeOutbox('link')) await deliverLink(payload, item)
  return sent.slice(before)
}
async function askReset(email: string) {
  await as(visitor()).run(requestPasswordReset, { email })
  const [mail] = await deliver()
  if (!mail) throw new Error(`No mail to ${email}.`)
  return tokenIn(mail)
}
const reset = (token: string, text = fresh, who = visitor()) =>
  as(who).run(resetPassword, { token, password: text })
const step = ({ next }: SignInOutcome) => {
  if (!next) throw new Error('The reset leads nowhere.')
  return entered(next)
}

/** A member whose account is the one of its address. */
async function provenMember(organizationId?: string) {
  const id = organizationId ?? (await makeOrganization()).id
  const member = await makeMemberWithPassword(id)
  await proveAddress(member.personId)
  return member
}
describe('a forgotten password', () => {
  test('is replaced by a mailed link; every session ends, keys stay, each log says so, and a mail tells it', async () => {
    const organization = await makeOrganization()
    const member = await provenMember(organization.id)
    const elsewhere = await makeOrganization()
    await alsoMember(member, elsewhere.id)
    const here = await signIn(member.email, password, organization.id)
    const there = await signIn(member.email, password, elsewhere.id)
    const { key } = await makeKey(member)

    const token = await askReset(member.email)
    const [mail] = sent
    expect(mail?.to).toBe(member.email)
    expect(mail?.text).toContain(`https://gate.halden.example/reset-password?token=${token}`)
    expect(
      await as(visitor()).run(openLink, { token, purposes: ['reset_password'] }),
    ).toMatchObject({ state: 'open', email: member.email, name: member.name })
    await takeNotices()
    const { next } = await reset(token)
    expect(next).toMatchObject({ step: 'organization' })
    for (const session of [here, there, member]) expect(await isLive(session)).toBe(false)
    expect(await isKeyLive(key)).toBe(true)
    expect([await signsIn(member.email, password), await signsIn(member.email, fresh)]).toEqual([
      false,
      true,
    ])
    await expect(organization).toHaveRecorded('member.password_changed')
    await expect(elsewhere).toHaveRecorded('member.password_changed')
    await expect(organization).toHaveRecorded('session.ended', 2)
    const notices = await takeNotices()
    expect(notices.map(({ to, subject }) => [to, subject])).toEqual([
      [member.email, 'Your password was changed'],
    ])
    expect(notices[0]?.text).toContain('https://gate.halden.example/forgot-password')
    expect((await personOf(member.personId)).passwordChangedAt).not.toBeNull()
  })

  test('says every rule that a new password breaks, and the link serves on', async () => {
    const member = await provenMember()
    const token = await askReset(member.email)
    await expect(reset(token, 'short')).toBeProblem('invalid_input', /more characters/)
    await expect(reset(token, member.email)).toBeProblem('invalid_input')
    expect(await signsIn(member.email, password)).toBe(true)
    await reset(token)
  })

  test('leads to the organization that was wanted, behind the link', async () => {
    const organization = await makeOrganization()
    const member = await provenMember(organization.id)
    const elsewhere = await makeOrganization()
    const there = await alsoMember(member, elsewhere.id)
    const input = { email: member.email, organizationId: elsewhere.id }
    await as(visitor()).run(requestPasswordReset, input)
    const [mail] = await deliver()
    const who = visitor()
    const { caller } = await enter(who, step(await reset(tokenIn(mail as Mailed), fresh, who)))
    expect(caller.membershipId).toBe(there.id)
  })

  test('a second factor is still asked for', async () => {
    const member = await provenMember()
    await giveFactor(member.personId)
    const { next } = await reset(await askReset(member.email))
    expect(next).toMatchObject({ step: 'second_factor', ways: ['totp'] })
    expect(next).not.toHaveProperty('ticket')
  })

  test('ends a sign-in that was begun with the earlier password', async () => {
    const member = await provenMember()
    const who = visitor()
    const begun = entered(await as(who).run(signInWithPassword, { email: member.email, password }))
    await reset(await askReset(member.email))
    await expect(as(who).run(startSession, begun)).toBeProblem('unauthenticated')
  })

  test('stays done where it leads into no organization, and says so', async () => {
    const member = await provenMember()
    const token = await askReset(member.email)
    await inSystem((db) =>
      db.membership.updateMany({ where: { id: member.id }, data: { endedAt: new Date() } }),
    )
    const { next, refused } = await reset(token)
    expect(next).toBeNull()
    expect(refused).toMatchObject({ code: 'no_organization' })
    const { passwordHash } = await personOf(member.personId)
    expect(passwordHash).not.toBeNull()
    await expect(reset(token)).toBeProblem('link_ended')
  })
})

describe('an address that nobody has proven', () => {
  test('is proven by the link: one account for all, without what others had set', async () => {
    const email = someAddress()
    const [one, two] = [await makeOrganization(), await makeOrganization()]
    const first = await makeMemberWithPassword(one.id, 'owner', { email })
    const second = await makeMemberWithPassword(two.id, 'collaborator', { email })
    await givePassword(second.personId, 'another harbour quiet ladder')
    const session = await signIn(email, password, one.id)
    const { key } = await makeKey(second)
    await reset(await askReset(email))
    const people = await inSystem((db) => db.person.findMany({ where: { email } }))
    const proven = people.filter(({ emailProvenAt }) => emailProvenAt)
    expect(proven).toHaveLength(1)
    const members = await inSystem((db) =>
      db.membership.findMany({ where: { id: { in: [first.id, second.id] } } }),
    )
    expect(members.map(({ personId }) => personId)).toEqual([proven[0]?.id, proven[0]?.id])
    expect([await isLive(session), await isKeyLive(key)]).toEqual([false, false])
    for (const old of [password, 'another harbour quiet ladder']) {
      expect(await signsIn(email, old)).toBe(false)
    }
    expect(await signsIn(email, fresh)).toBe(true)
    await expect(one).toHaveRecorded('member.password_changed')
  })

  test('a link from before somebody else proved the address serves nobody', async () => {
    const email = someAddress()
    const organization = await makeOrganization()
    await makeMemberWithPassword(organization.id, 'collaborator', { email })
    const token = await askReset(email)
    const elsewhere = await makeOrganization()
    const invited = await invite(elsewhere.owner, email, { delivery: 'mail' })
    await as(visitor()).run(acceptAsNew, { token: invited, name: 'Lena Vogt', password: fresh })
    await expect(reset(token, 'quiet velvet ladder harbour')).toBeProblem('link_ended')
    expect(await signsIn(email, fresh)).toBe(true)
  })

  test('an account that a second factor protects is neither folded nor left without it', async () => {
    const email = someAddress()
    const organization = await makeOrganization()
    const member = await makeMemberWithPassword(organization.id, 'owner', { email })
    await giveFactor(member.personId)
    const { next } = await reset(await askReset(email))
    expect(next).toMatchObject({ step: 'second_factor' })
    const row = await personOf(member.personId)
    expect(row.emailProvenAt).toBeNull()
    // Neither by a mailed invitation of another organization, whose owner thereby gets nothing.
    const elsewhere = await makeOrganization()
    const invited = await invite(elsewhere.owner, email, { delivery: 'mail' })
    await as(visitor()).run(acceptAsNew, { token: invited, name: 'Lena', password })
    const held = await inSystem((db) => db.membership.findMany({ where: { id: member.id } }))
    expect(held[0]?.personId).toBe(member.personId)
  })
})

describe('a link is good for one thing, once', () => {
  test('not twice, and not in two browsers at once', async () => {
    const member = await provenMember()
    const token = await askReset(member.email)
    const both = await Promise.allSettled([1, 2, 3].map((n) => reset(token, `${fresh} ${n}`)))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(reset(token)).toBeProblem('link_ended', /used/)
  })

  test('not after another reset, nor after a change of password', async () => {
    const member = await provenMember()
    const [one, other] = [await askReset(member.email), await askReset(member.email)]
    await reset(other)
    await expect(reset(one, 'quiet velvet ladder harbour')).toBeProblem('link_ended')
    expect(await signsIn(member.email, fresh)).toBe(true)
  })

  test('not for another account, and not while another is signed in', async () => {
    const [member, other] = [await provenMember(), await provenMember()]
    const token = await askReset(member.email)
    await expect(reset(token, fresh, { caller: other.caller } as never)).toBeProblem(
      'wrong_account',
      new RegExp(`${member.email}.*${other.email}`),
    )
    await reset(token)
    expect([await signsIn(other.email, password), await signsIn(other.email, fresh)]).toEqual([
      true,
      false,
    ])
  })

  test('not after the address changed, also when somebody else has it now', async () => {
    const member = await provenMember()
    const token = await askReset(member.email)
    const moved = someAddress()
    await inSystem((db) =>
      db.person.update({ where: { id: member.personId }, data: { email: moved } }),
    )
    await expect(reset(token)).toBeProblem('link_ended', /address/)
    const successor = await provenMember()
    await inSystem((db) =>
      db.person.update({ where: { id: successor.personId }, data: { email: member.email } }),
    )
    await expect(reset(token)).toBeProblem('link_ended')
    expect(await signsIn(moved, password)).toBe(true)
  })

  test('not for what it was not made for', async () => {
    const member = await provenMember()
    await as(visitor()).run(requestSignInLink, { email: member.email })
    const [mail] = await deliver()
    const signing = tokenIn(mail as Mailed)
    await expect(reset(signing)).toBeProblem('link_ended', /not known/)
    const resetting = await askReset(member.email)
    await expect(as(visitor()).run(signInWithLink, { token: resetting })).toBeProblem('link_ended')
    await reset(resetting)
    // A new password ends the links to sign in, too.
    await expect(as(visitor()).run(signInWithLink, { token: signing })).toBeProblem('link_ended')
  })

  test('not longer than an hour, by whichever clock; a clock one hour off gives nobody more', async () => {
    const member = await provenMember()
    const token = await askReset(member.email)
    later(60 * MINUTE)
    await expect(reset(token)).toBeProblem('link_ended', /expired/)
    vi.useRealTimers()
    later(59 * MINUTE)
    await reset(token)
    vi.useRealTimers()
    // Made by a process whose clock is an hour behind: it has ended for all others.
    later(-60 * MINUTE)
    const late = await askReset(member.email)
    vi.useRealTimers()
    await expect(reset(late)).toBeProblem('link_ended', /expired/)
  })

  test('nothing of it is stored: neither in the rows nor, once sent, in the outbox', async () => {
    const member = await provenMember()
    const token = await askReset(member.email)
    const rows = await inSystem((db) =>
      db.accountLink.findMany({ where: { personId: member.personId } }),
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('whoever only looks at it leaves it whole', async () => {
    const member = await provenMember()
    const token = await askReset(member.email)
    for (let i = 0; i < 3; i++) {
      await as(visitor()).run(openLink, { token, purposes: ['reset_password'] })
    }
    await reset(token)
    const purposes = ['reset_password' as const]
    await expect(as(visitor()).run(openLink, { token, purposes })).resolves.toMatchObject({
      state: 'ended',
    })
    await expect(as(visitor()).run(openLink, { token: 'x', purposes })).resolves.toMatchObject({
      state: 'ended',
    })
  })
})

describe('nobody learns which addresses are known', () => {
  test('known, unknown, unproven and protected: one answer, one piece of work, no hash', async () => {
    const member = await provenMember()
    const unproven = await makeMemberWithPassword(member.organizationId)
    const answers: unknown[] = []
    const works: unknown[] = []
    vi.mocked(hashPassword).mockClear()
    for (const use of [requestPasswordReset, requestSignInLink]) {
      for (const email of [member.email, unproven.email, someAddress()]) {
        answers.push(await as(visitor()).run(use, { email }))
        const rows = await takeOutbox<{ email: string; askedAt: string }>('link')
        works.push(
          rows.map(({ payload, item }) => ({
            fields: Object.keys(payload),
            organizationId: item.organizationId,
          })),
        )
      }
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{}']))
    expect(new Set(works.map((work) => JSON.stringify(work))).size).toBe(1)
    expect(hashPassword).not.toHaveBeenCalled()
    // And only the known ones get a mail.
    await as(visitor()).run(requestPasswordReset, { email: someAddress() })
    expect(await deliver()).toEqual([])
  })

  test('tries are counted by address and by email, for known and unknown alike', async () => {
    const member = await provenMember()
    for (const email of [member.email, someAddress()]) {
      const who = visitor()
      for (let i = 0; i < 5; i++) await as(who).run(requestPasswordReset, { email })
      await expect(as(who).run(requestPasswordReset, { email })).toBeProblem('rate_limited')
      for (let i = 0; i < 5; i++) await as(visitor()).run(requestPasswordReset, { email })
      await expect(as(visitor()).run(requestPasswordReset, { email })).toBeProblem('rate_limited')
    }
  })

  test('a request that waited for an hour is not answered any more', async () => {
    const member = await provenMember()
    await as(visitor()).run(requestPasswordReset, { email: member.email })
    later(61 * MINUTE)
    expect(await deliver()).toEqual([])
  })
})

describe('a link by mail that signs in', () => {
  const ask = async (email: string) => {
    await as(visitor()).run(requestSignInLink, { email })
    const [mail] = await deliver()
    return mail as Mailed
  }

  test('signs in once, and the log says how', async () => {
    const organization = await makeOrganization()
    const member = await provenMember(organization.id)
    const mail = await ask(member.email)
    expect(mail.text).toContain('https://gate.halden.example/sign-in?link=')
    const token = tokenIn(mail)
    const who = visitor()
    const { caller } = await enter(who, entered(await as(who).run(signInWithLink, { token })))
    expect(caller.membershipId).toBe(member.id)
    await expect(as(visitor()).run(signInWithLink, { token })).toBeProblem('link_ended')
    const session = await inSystem((db) =>
      db.session.findUniqueOrThrow({ where: { id: caller.sessionId } }),
    )
    expect(session.method).toBe('email_link')
  })

  test('a second factor still comes after it', async () => {
    const member = await provenMember()
    await giveFactor(member.personId)
    const token = tokenIn(await ask(member.email))
    await expect(as(visitor()).run(signInWithLink, { token })).resolves.toMatchObject({
      step: 'second_factor',
    })
  })

  test('ends after a quarter of an hour', async () => {
    const token = tokenIn(await ask((await provenMember()).email))
    later(15 * MINUTE)
    await expect(as(visitor()).run(signInWithLink, { token })).toBeProblem('link_ended')
  })

  test('an address that nobody has proven is asked for a password first', async () => {
    const { id } = await makeOrganization()
    const member = await makeMemberWithPassword(id)
    const mail = await ask(member.email)
    expect(mail.subject).toBe('Choose a password')
    await expect(as(visitor()).run(signInWithLink, { token: tokenIn(mail) })).toBeProblem(
      'link_ended',
    )
    await reset(tokenIn(mail))
  })
})
