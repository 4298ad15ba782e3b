import { beforeEach, describe, expect, test } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import {
  as,
  eventsOf,
  makeKey,
  makeOrganization,
  type TestOrganization,
} from '@/lib/testing/people'
import { makeAccount, makeAccountKey, type TestAccount } from '@/lib/testing/service-accounts'
import { changePolicy } from './commands/change-policy'
import { previewPolicy } from './queries/preview-policy'
import { readPolicy } from './queries/read-policy'

const DAY = 86_400_000 // ms

let organization: TestOrganization
let account: TestAccount
beforeEach(async () => {
  organization = await makeOrganization()
  account = await makeAccount(organization.owner)
})

/** As if the key had been made so many days ago, to live so many days; null: without end. */
const age = (id: string, ago: number, days: number | null, more: object = {}) => {
  const createdAt = new Date(Date.now() - ago * DAY)
  const expiresAt = days === null ? null : new Date(createdAt.getTime() + days * DAY)
  return inSystem((db) =>
    db.apiKey.updateMany({ where: { id }, data: { createdAt, expiresAt, ...more } }),
  )
}
const rowOf = (id: string) => inSystem((db) => db.apiKey.findFirstOrThrow({ where: { id } }))

/** A key of a person and one of the account, of that age. */
async function keys(ago: number, days: number | null) {
  const own = await makeKey(organization.collaborator)
  await age(own.id, ago, days ?? 30)
  const robot = await makeAccountKey(account)
  await age(robot.id, ago, days)
  return { own, robot }
}

describe('longest life', () => {
  test('what the preview says is what the change does: at once when past, sooner otherwise', async () => {
    const { owner, stranger } = organization
    const foreign = await makeKey(stranger)
    await age(foreign.id, 10, 30)
    const { own: old, robot } = await keys(10, 30)
    const { own: young } = await keys(2, 30)
    const { own: fine } = await keys(2, 7)
    await age(young.id, 2, 30, { warnedAt: new Date() })
    const changes = { personKeyDays: 7 }
    const { keys: affected, denials } = await as(owner).run(previewPolicy, changes)
    expect(denials).toEqual([])
    expect(affected).toMatchObject({ count: 2, atOnce: 1 })
    expect(affected.first.map(({ id, endsAt }) => [id, endsAt === null])).toEqual([
      [old.id, true],
      [young.id, false],
    ])
    expect(affected.first[0]?.holder).toMatchObject({
      id: organization.collaborator.id,
      kind: 'person',
    })
    await as(owner).run(changePolicy, changes)
    expect((await rowOf(old.id)).revokedAt).not.toBeNull()
    const { createdAt, expiresAt, revokedAt, warnedAt } = await rowOf(young.id)
    expect([expiresAt?.getTime(), revokedAt, warnedAt]).toEqual([
      createdAt.getTime() + 7 * DAY,
      null,
      null,
    ])
    for (const { id } of [fine, robot, foreign]) {
      expect((await rowOf(id)).revokedAt).toBeNull()
    }
    expect((await rowOf(foreign.id)).expiresAt?.getTime()).toBeGreaterThan(Date.now() + 19 * DAY)
    const [event] = (await eventsOf(organization.id)).filter(
      ({ event }) => event === 'organization.policy_changed',
    )
    expect(event?.after).toEqual({ personKeyDays: 7, keysEnded: 1, keysShortened: 1 })
    // longer again: an end that was brought forward stays
    await as(owner).run(changePolicy, { personKeyDays: 30 })
    expect((await rowOf(young.id)).expiresAt).toEqual(expiresAt)
  })

  test('accounts: as long as is asked, without end, and back', async () => {
    const { owner } = organization
    await as(owner).run(changePolicy, { accountKeyDays: null, keysMustEnd: false })
    const { robot: endless } = await keys(100, null)
    const { robot: long } = await keys(100, 400)
    const must = await as(owner).run(previewPolicy, { keysMustEnd: true })
    expect(must.keys).toMatchObject({ count: 1, atOnce: 0, first: [{ id: endless.id }] })
    await as(owner).run(changePolicy, { keysMustEnd: true })
    const ends = (await rowOf(endless.id)).expiresAt?.getTime() ?? 0
    expect(Math.round((ends - Date.now()) / DAY)).toBe(90)
    expect((await rowOf(long.id)).expiresAt?.getTime()).toBeGreaterThan(Date.now() + 299 * DAY)
    const shorter = await as(owner).run(previewPolicy, { accountKeyDays: 150 })
    expect(shorter.keys).toMatchObject({ count: 2, atOnce: 0 })
    await as(owner).run(changePolicy, { accountKeyDays: 150 })
    for (const { id } of [endless, long]) {
      const { createdAt, expiresAt } = await rowOf(id)
      expect(expiresAt?.getTime()).toBe(createdAt.getTime() + 150 * DAY)
    }
  })

  test('a key that asks does not end itself', async () => {
    const key = await makeKey(organization.owner)
    await age(key.id, 10, 30)
    await expect(as(key).run(changePolicy, { personKeyDays: 7 })).toBeProblem(
      'invalid_input',
      /would end at once/,
    )
    expect((await as(key).run(changePolicy, { personKeyDays: 11 })).personKeyDays).toBe(11)
  })
})

describe('address ranges', () => {
  test('kept normalised, once each, sorted', async () => {
    const { owner } = organization
    const keyRanges = ['203.0.113.7/24', '2001:DB8:0::1/32', '203.0.113.0/24', '::ffff:10.0.0.1']
    const saved = await as(owner).run(changePolicy, { keyRanges })
    expect(saved.keyRanges).toEqual(['10.0.0.1/32', '2001:db8::/32', '203.0.113.0/24'])
    expect((await as(owner).run(readPolicy, {})).keyRanges).toEqual(saved.keyRanges)
  })

  test('a key does not shut itself out; a session is not bound', async () => {
    const { owner } = organization
    const key = await makeKey(owner)
    const elsewhere = { keyRanges: ['198.51.100.0/24'] }
    await expect(as(key).run(changePolicy, elsewhere)).toBeProblem('invalid_input', /Add it first/)
    const { denials } = await as(key).run(previewPolicy, elsewhere)
    expect(denials).toMatchObject([{ field: 'keyRanges' }])
    const both = { keyRanges: [...elsewhere.keyRanges, '203.0.113.0/24'] }
    expect((await as(key).run(changePolicy, both)).keyRanges).toHaveLength(2)
    expect((await as(owner).run(changePolicy, elsewhere)).keyRanges).toEqual(['198.51.100.0/24'])
  })

  test('the preview names the keys that were last used from elsewhere; they stay', async () => {
    const { owner } = organization
    const { own, robot } = await keys(1, 30)
    await age(own.id, 1, 30, { lastUsedAddress: '203.0.113.9', lastUsedAt: new Date() })
    await age(robot.id, 1, 30, { lastUsedAddress: '::ffff:198.51.100.4', lastUsedAt: new Date() })
    const keyRanges = ['203.0.113.0/24']
    const { keysElsewhere, keys: ending } = await as(owner).run(previewPolicy, { keyRanges })
    expect(keysElsewhere).toMatchObject({ count: 1, first: [{ id: robot.id }] })
    expect(ending.count).toBe(0)
    await as(owner).run(changePolicy, { keyRanges })
    expect((await rowOf(robot.id)).revokedAt).toBeNull()
  })

  test.each([
    [{ keyRanges: ['10.0.0.0/33'] }, '#/keyRanges/0', /longer than 32/],
    [{ keyRanges: ['halden'] }, '#/keyRanges/0', /is not an address range/],
    [
      { keyRanges: Array.from({ length: 51 }, (_, n) => `10.0.0.${n}`) },
      '#/keyRanges',
      /At most 50/,
    ],
    [{ personKeyDays: 31 }, '#/personKeyDays', /from 1 to 30 days/],
    [{ accountKeyDays: 0 }, '#/accountKeyDays', /from 1 to 36500 days/],
  ])('%j is refused', async (input, pointer, detail) => {
    const problem = await as(organization.owner)
      .run(changePolicy, input)
      .catch((error) => error.body())
    expect(problem.errors[0]).toMatchObject({ pointer, detail: expect.stringMatching(detail) })
  })
})
