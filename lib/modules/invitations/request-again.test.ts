import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import { enter, invite, password, someAddress, visitor } from '@/lib/testing/accounts'
import { testDatabase } from '@/lib/testing/database'
import { type Mailed, takeOutbox } from '@/lib/testing/mailed'
import { as, makeOrganization } from '@/lib/testing/people'
import { acceptAsNew } from './commands/accept-as-new'
import { mailInvitationAgain } from './commands/mail-invitation-again'
import { requestInvitation } from './commands/request-invitation'
import { openInvitation } from './queries/open-invitation'

const sent = vi.hoisted(() => [] as Mailed[])
vi.mock('@/lib/platform/mail/mail', async (original) => ({
  ...(await original<object>()),
  mailIsSetUp: () => true,
  sendMail: async (mail: Mailed) => void sent.push(mail),
}))

const HOUR = 3_600_000 // ms
beforeAll(testDatabase)
beforeEach(() => {
  sent.length = 0
})

/** Asks, and lets the worker do what was asked: what the visitor was told, what was left to do, and what was mailed. */
async function ask(organizationId: string, email: string, later = 0) {
  await takeOutbox('invitation')
  const told = await as(visitor()).run(requestInvitation, { email, organizationId })
  const work = await takeOutbox('invitation')
  if (later) vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + later })
  for (const { payload, item } of work) await mailInvitationAgain(payload, item)
  vi.useRealTimers()
  return { told, work: work.length, mails: sent.splice(0) }
}
const tokenOf = (mail: Mailed | undefined) =>
  /gth_inv_[0-9A-Za-z]{43}/.exec(mail?.text ?? '')?.[0] ?? ''

test('whoever an invitation waits for gets its mail again, with a new link that works', async () => {
  const { id, owner } = await makeOrganization()
  const email = someAddress()
  const before = await invite(owner, email, { delivery: 'mail' })
  const { mails } = await ask(id, email)
  expect(mails).toMatchObject([{ to: email }])
  const token = tokenOf(mails[0])
  expect((await as(visitor()).run(openInvitation, { token: before })).state).toBe('unknown')
  const who = visitor()
  const joined = await enter(who, await as(who).run(acceptAsNew, { token, name: 'Lena', password }))
  expect(joined.caller.organizationId).toBe(id)
})

test('a stranger, an unknown organization, a passed-on link and one that has ended: one answer, no mail', async () => {
  const { id, owner, stranger } = await makeOrganization()
  const [linked, ended, elsewhere] = [someAddress(), someAddress(), someAddress()]
  const link = await invite(owner, linked, { delivery: 'link' })
  await invite(owner, ended, { delivery: 'mail' })
  const expiresAt = new Date(Date.now() + 1_000)
  await inSystem((db) => db.invitation.updateMany({ where: { email: ended }, data: { expiresAt } }))
  await invite(stranger, elsewhere, { delivery: 'mail' })
  const tries: [string, string][] = [
    [id, someAddress()],
    ['org_unknown', elsewhere],
    [id, linked],
    [id, elsewhere],
  ]
  for (const [organizationId, email] of tries) {
    expect(await ask(organizationId, email)).toEqual({ told: {}, work: 1, mails: [] })
  }
  expect((await ask(id, ended, 2_000)).mails).toEqual([])
  expect((await as(visitor()).run(openInvitation, { token: link })).state).toBe('pending')
})

test('what waited for more than an hour is dropped, and a sixth wish from one place waits', async () => {
  const { id, owner } = await makeOrganization()
  const email = someAddress()
  await invite(owner, email, { delivery: 'mail' })
  expect((await ask(id, email, HOUR + 1)).mails).toEqual([])
  const who = visitor()
  const wish = () => as(who).run(requestInvitation, { email, organizationId: id })
  for (let n = 0; n < 5; n++) await wish()
  await expect(wish()).toBeProblem('rate_limited')
})
