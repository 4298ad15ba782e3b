import { beforeEach, expect, test, vi } from 'vitest'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { inSystem } from '@/lib/platform/db/doors'
import { takeNotices } from '@/lib/testing/mailed'
import {
  as,
  eventsOf,
  makeKey,
  makeOrganization,
  sweeper,
  type TestOrganization,
} from '@/lib/testing/people'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'
import { warnOfKeyEnds } from './commands/warn-of-key-ends'

vi.mock('@/lib/platform/mail/mail', async (original) => ({
  ...(await original<object>()),
  mailIsSetUp: () => true,
}))

const DAY = 86_400_000 // ms
const at = (days: number) => new Date(Date.now() + days * DAY)

let organization: TestOrganization
beforeEach(async () => {
  organization = await makeOrganization()
  await takeNotices()
})

const ending = (id: string, days: number, lived = 20, more: object = {}) =>
  inSystem((db) =>
    db.apiKey.updateMany({
      where: { id },
      data: { expiresAt: at(days), createdAt: at(days - lived), ...more },
    }),
  )

/** What is mailed by a sweep to people of this organization. */
async function sweep() {
  await as(sweeper).run(warnOfKeyEnds, {})
  const { owner, secondOwner, collaborator } = organization
  const here = [owner, secondOwner, collaborator].map(({ email }) => email)
  return (await takeNotices()).filter(({ to }) => here.includes(to))
}

test('the holder is told a week before and a day before, once each, of all keys in one mail', async () => {
  const { collaborator } = organization
  const keys = [await makeKey(collaborator), await makeKey(collaborator)]
  for (const { id } of keys) await ending(id, 7.5)
  expect(await sweep()).toEqual([])
  for (const { id } of keys) await ending(id, 6)
  const [week, ...others] = await sweep()
  expect(others).toEqual([])
  expect(week).toMatchObject({ to: collaborator.email })
  expect(week?.subject).toMatch(/^API keys end soon in Halden Robotics/)
  expect(week?.text.match(/Your API key/g)).toHaveLength(2)
  expect(week?.text).not.toContain(keys[0]?.key)
  expect(await sweep()).toEqual([])
  for (const { id } of keys) await ending(id, 0.5, 20, { warnedAt: at(-6) })
  expect(await sweep()).toHaveLength(1)
  expect(await sweep()).toEqual([])
  const events = (await eventsOf(organization.id)).filter(
    ({ event }) => event === 'api_key.end_warned',
  )
  expect(events).toHaveLength(4)
})

test('not of a short life, an end, a revocation, a rotation, or a holder who is suspended', async () => {
  const { owner, collaborator } = organization
  const key = async (days: number, lived: number, more: object = {}) => {
    const { id } = await makeKey(collaborator)
    await ending(id, days, lived, more)
    return id
  }
  await key(5, 6)
  await key(0.5, 0.9)
  await key(-1, 20)
  await key(3, 20, { revokedAt: new Date() })
  const old = await key(0.9, 20)
  await key(29, 30, { replacesId: old })
  expect(await sweep()).toEqual([])
  await key(3, 20)
  await as(owner).run(suspendMember, { memberId: collaborator.id })
  expect(await sweep()).toEqual([])
})

test('one whose newer key was revoked counts again, and is warned of', async () => {
  const { collaborator } = organization
  const { id } = await makeKey(collaborator)
  await ending(id, 0.9)
  const newer = await makeKey(collaborator)
  await ending(newer.id, 29, 1, { replacesId: id })
  expect(await sweep()).toEqual([])
  await ending(newer.id, 29, 1, { revokedAt: new Date() })
  expect(await sweep()).toHaveLength(1)
})

test('of a service account: the owner who made it, else every owner, never its own address', async () => {
  const { owner, secondOwner } = organization
  const account = await makeAccount(owner)
  const { id } = await makeAccountKey(account)
  await ending(id, 3)
  const mails = await sweep()
  expect(mails.map(({ to }) => to)).toEqual([owner.email])
  expect(mails[0]?.text).toContain(account.name)
  const other = await makeAccountKey(account)
  await ending(other.id, 3)
  await as(secondOwner).run(suspendMember, { memberId: owner.id })
  expect((await sweep()).map(({ to }) => to)).toEqual([secondOwner.email])
})
