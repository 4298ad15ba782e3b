import { createLoader } from 'nuqs/server'
import { beforeEach, describe, expect, test } from 'vitest'
import { allKeysInput, allKeysParsers } from '@/components/api-keys/everybody/all-keys-list'
import { auditListInput, auditListParsers } from '@/components/audit-log/audit-list'
import {
  invitationListInput,
  invitationListParsers,
} from '@/components/invitations/invitation-list'
import { memberListInput, memberListParsers } from '@/components/members/member-list'
import { chartLinks, needLinks, withoutFactorLink } from '@/components/overview/links'
import { newId } from '@/lib/domain/id'
import { listAllApiKeys } from '@/lib/modules/api-keys/queries/list-all-api-keys'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { newInvitation } from '@/lib/modules/invitations/invitation'
import { listInvitations } from '@/lib/modules/invitations/queries/list-invitations'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { inSystem } from '@/lib/platform/db/doors'
import { giveFactor } from '@/lib/testing/accounts'
import {
  as,
  makeKey,
  makeMember,
  makeOrganization,
  type TestOrganization,
} from '@/lib/testing/people'
import { makeAccount } from '@/lib/testing/service-accounts'
import type { NeedKind } from './overview'
import { readOverview } from './queries/read-overview'

const HOUR = 3_600_000 // ms
const DAY = 24 * HOUR
const ago = (ms: number) => new Date(Date.now() - ms)
const ahead = (ms: number) => new Date(Date.now() + ms)

let organization: TestOrganization
beforeEach(async () => {
  organization = await makeOrganization()
})
const overview = () => as(organization.owner).run(readOverview, {})
const need = async (kind: NeedKind) =>
  (await overview()).needs.find((each) => each.kind === kind) ?? null

/** The list that an address of the console shows, as its page reads it. */
async function listOf(href: string) {
  const { pathname, searchParams } = new URL(href, 'http://localhost')
  const query = Object.fromEntries(searchParams)
  const owner = as(organization.owner)
  if (pathname === '/users') {
    const state = createLoader(memberListParsers)(query)
    const { rows, total } = await owner.run(listMembers, memberListInput(state))
    return { total, names: rows.map(({ name }) => name) }
  }
  if (pathname === '/api-keys/everybody') {
    const state = createLoader(allKeysParsers)(query)
    const { rows, total } = await owner.run(listAllApiKeys, allKeysInput(state))
    return { total, names: rows.map(({ name }) => name) }
  }
  if (pathname === '/users/pending') {
    const state = createLoader(invitationListParsers)(query)
    const { rows, total } = await owner.run(listInvitations, invitationListInput(state))
    return { total, names: rows.map(({ email }) => email) }
  }
  const state = createLoader(auditListParsers)(query)
  const { rows, total } = await owner.run(listEvents, auditListInput(state))
  return { total, names: rows.map(({ id }) => id) }
}

async function invite(given: { expiresAt: Date; failed?: boolean; revoked?: boolean }) {
  const email = `${newId('op').slice(3, 12)}@halden.example`
  const row = newInvitation({
    email,
    role: 'collaborator',
    invitedById: organization.owner.id,
    tokenHash: newId('op'),
    delivery: given.failed === undefined ? 'link' : 'mail',
    lifetimeDays: 7,
    now: new Date(),
  })
  await inSystem((db) =>
    db.invitation.create({
      data: {
        ...row,
        organizationId: organization.id,
        expiresAt: given.expiresAt,
        ...(given.failed && { deliveryError: 'The mailbox is full.' }),
        ...(given.failed === false && { deliveredAt: new Date() }),
        ...(given.revoked && { revokedAt: new Date(), revokedBecause: 'revoked' }),
      },
    }),
  )
  return email
}

async function keyEnding(member: Parameters<typeof makeKey>[0], expiresAt: Date, revoked = false) {
  const { id } = await makeKey(member)
  const { organizationId } = member
  await inSystem((db) =>
    db.apiKey.update({
      where: { organizationId_id: { organizationId, id } },
      data: { expiresAt, ...(revoked && { revokedAt: new Date() }) },
    }),
  )
}

const membership = (id: string, data: { createdAt?: Date; lastActiveAt?: Date }) =>
  inSystem((db) =>
    db.membership.update({
      where: { organizationId_id: { organizationId: organization.id, id } },
      data,
    }),
  )

const policy = (since: Date, graceDays = 7) =>
  inSystem((db) =>
    db.organizationPolicy.create({
      data: {
        organizationId: organization.id,
        secondFactorRequired: true,
        secondFactorSince: since,
        secondFactorGraceDays: graceDays,
      },
    }),
  )

test('nothing waits in an organization where nothing does', async () => {
  const { needs, people, withoutFactor } = await overview()
  expect(needs).toEqual([])
  expect(people).toBe(3)
  expect(withoutFactor).toMatchObject({ count: 3, more: false })
})

test('only owners read it', async () => {
  const asked = as(organization.collaborator).run(readOverview, {})
  await expect(asked).toBeProblem('forbidden', /Only owners can see the overview/)
})

describe('each number is that of the list it leads to', () => {
  const same = async (kind: NeedKind, count: number) => {
    const found = await need(kind)
    expect(found, kind).not.toBeNull()
    const { total, names } = await listOf(needLinks[kind])
    expect({ count: found?.count, more: found?.more }).toEqual(total)
    expect(found?.count).toBe(count)
    expect(found?.first.every((name) => names.includes(name))).toBe(true)
    return found
  }

  test('invitations that end within 48 hours', async () => {
    for (let turn = 0; turn < 5; turn++) await invite({ expiresAt: ahead((40 + turn) * HOUR) })
    const first = await invite({ expiresAt: ahead(HOUR) })
    await invite({ expiresAt: ahead(49 * HOUR) })
    await invite({ expiresAt: ago(HOUR) })
    await invite({ expiresAt: ahead(HOUR), revoked: true })
    const found = await same('invitations_ending', 6)
    expect(found?.first[0]).toBe(first)
    expect(found?.at).not.toBeNull()
  })

  test('mails that failed', async () => {
    await invite({ expiresAt: ahead(5 * DAY), failed: true })
    await invite({ expiresAt: ahead(5 * DAY), failed: false })
    await invite({ expiresAt: ahead(5 * DAY) })
    await invite({ expiresAt: ago(DAY), failed: true })
    await same('mail_failed', 1)
  })

  test('keys that end within 7 days, of people and service accounts', async () => {
    const { owner, secondOwner, collaborator } = organization
    const soon = ahead(2 * DAY)
    await keyEnding(owner, ahead(6 * DAY))
    await keyEnding(owner, soon)
    await keyEnding(secondOwner, ahead(8 * DAY))
    await keyEnding(collaborator, ahead(DAY), true)
    await keyEnding(collaborator, ago(DAY))
    await keyEnding(organization.stranger, ahead(DAY))
    await keyEnding(await makeAccount(owner), ahead(3 * DAY))
    const found = await same('keys_ending', 3)
    expect(found).toMatchObject({ at: soon.toISOString() })
  })

  test('owners who were not active for 90 days, and have been owners of time', async () => {
    const { owner, secondOwner, collaborator } = organization
    const long = { createdAt: ago(200 * DAY), lastActiveAt: ago(91 * DAY) }
    await membership(secondOwner.id, long)
    await membership(collaborator.id, long)
    await membership(owner.id, { createdAt: ago(200 * DAY), lastActiveAt: ago(89 * DAY) })
    const fresh = await makeMember(organization.id, 'owner')
    await membership(fresh.id, { lastActiveAt: new Date(0) })
    expect(await same('owners_idle', 1)).toMatchObject({ first: [secondOwner.name] })
  })

  test('people without a second factor, where one is required, by when they are asked for it', async () => {
    const { owner, secondOwner } = organization
    await giveFactor(owner.personId)
    await membership(secondOwner.id, { createdAt: ago(30 * DAY) })
    const since = ago(DAY)
    await policy(since)
    const found = await same('factor_missing', 2)
    expect(found?.first[0]).toBe(secondOwner.name)
    expect(found?.at).toBe(new Date(since.getTime() + 7 * DAY).toISOString())
    expect((await overview()).withoutFactor).toBeNull()
  })

  test('the same where none is required is no need', async () => {
    await giveFactor(organization.owner.personId)
    const { needs, withoutFactor } = await overview()
    expect(needs).toEqual([])
    const { total } = await listOf(withoutFactorLink)
    expect(withoutFactor).toMatchObject(total)
    expect(total.count).toBe(2)
  })

  test('charts: people, who joined, who left, who signed in', async () => {
    const { owner } = organization
    await log('member.joined', [0, 1, 1, 89, 90])
    await log('member.left', [3])
    await log('member.removed', [3, 100])
    await log('session.started', [0, 0, 45, 89, 90])
    await log('session.ended', [0])
    const { charts, people } = await overview()
    const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)
    const links = chartLinks(charts)
    const totals = {
      people: people,
      joined: sum(charts.joined),
      left: sum(charts.left),
      signIns: sum(charts.signIns),
    }
    expect(totals).toEqual({ people: 3, joined: 4, left: 2, signIns: 4 })
    for (const [chart, href] of Object.entries(links)) {
      const { total } = await listOf(href)
      expect(total, chart).toEqual({ count: totals[chart as keyof typeof totals], more: false })
    }
    expect(charts.signIns).toHaveLength(90)
    expect(charts.signIns.at(-1)).toBe(2)
    expect(charts.joined.at(-2)).toBe(2)
    expect(charts.signIns[0]).toBe(1)
    expect(charts.to).toBe(new Date().toISOString().slice(0, 10))
    await membership(owner.id, { createdAt: dayAgo(2) })
    const { charts: later } = await overview()
    expect(later.people.slice(-4)).toEqual([0, 1, 1, 3])
  })
})

test('a deletion that was requested is the first need', async () => {
  await invite({ expiresAt: ahead(HOUR) })
  const { owner } = organization
  await inSystem((db) =>
    db.organization.update({
      where: { id: organization.id },
      data: {
        deletionRequestedAt: new Date(),
        deletionDueAt: ahead(3 * DAY),
        deletionRequestedBy: { id: owner.id, name: owner.name, email: owner.email },
      },
    }),
  )
  const { needs } = await overview()
  expect(needs.map(({ kind }) => kind)).toEqual(['deletion', 'invitations_ending'])
  expect(needs[0]).toMatchObject({ first: [owner.name] })
})

/** Noon of the day so many days ago, in UTC. */
const dayAgo = (days: number) => {
  const today = Math.floor(Date.now() / DAY) * DAY
  return new Date(days === 0 ? today : today - days * DAY + DAY / 2)
}

const log = (event: string, daysAgo: number[]) =>
  inSystem((db) =>
    db.auditEvent.createMany({
      data: daysAgo.map((days) => ({
        organizationId: organization.id,
        id: newId('evt'),
        at: dayAgo(days),
        event,
        actor: { kind: 'member', id: organization.owner.id, name: 'Olga' },
        actorId: organization.owner.id,
        subject: { kind: 'member', id: 'ide_x', label: 'X' },
        subjectId: 'ide_x',
      })),
    }),
  )
