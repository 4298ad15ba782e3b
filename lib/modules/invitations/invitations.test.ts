import { describe, expect, test } from 'vitest'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { inSystem } from '@/lib/platform/db/doors'
import { as, eventsOf, makeOrganization } from '@/lib/testing/people'
import { revokeInvitation } from './commands/revoke-invitation'
import { sendInvitations } from './commands/send-invitations'
import { getInvitation } from './queries/get-invitation'
import { listInvitations } from './queries/list-invitations'
import { previewInvitations } from './queries/preview-invitations'

const DAY = 86_400_000 // ms

describe('invitation.send', () => {
  test('says per address what happened, in the order given', async () => {
    const organization = await makeOrganization()
    const { owner, collaborator } = organization
    const { delivery, results } = await as(owner).run(sendInvitations, {
      addresses: ['New@Halden.example', 'nonsense', collaborator.email, 'new@halden.example'],
    })
    expect(delivery).toBe('link')
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'invited',
      'invalid',
      'already_member',
      'invited',
    ])
    expect(results[0]?.id).toBe(results[3]?.id)
    expect(results[0]?.link).toMatch(/\/register\?invitation=gth_inv_\w{43}$/)
    await expect(organization).toHaveRecorded('invitation.sent')
  })

  test('the link is stored nowhere: not in the row, not in the log', async () => {
    const { id, owner } = await makeOrganization()
    const { results } = await as(owner).run(sendInvitations, { addresses: ['a@b.example'] })
    const token = results[0]?.link?.split('=')[1] as string
    const rows = await inSystem((db) =>
      db.invitation.findMany({ where: { organizationId: id }, omit: { tokenHash: false } }),
    )
    expect(JSON.stringify([rows, await eventsOf(id)])).not.toContain(token)
  })

  test('inviting again replaces: the earlier row is revoked as replaced, and both are on record', async () => {
    const organization = await makeOrganization()
    const { owner } = organization
    const first = await as(owner).run(sendInvitations, { addresses: ['a@b.example'] })
    const second = await as(owner).run(sendInvitations, { addresses: ['A@B.example'] })
    expect(second.results[0]).toMatchObject({ outcome: 'replaced' })
    const earlier = await as(owner).run(getInvitation, { id: first.results[0]?.id as string })
    expect(earlier).toMatchObject({ state: 'revoked', revokedBecause: 'replaced' })
    await expect(organization).toHaveRecorded('invitation.sent', 2)
    await expect(organization).toHaveRecorded('invitation.revoked')
  })

  test('fifty at once against a limit of twenty: twenty', async () => {
    const { owner, secondOwner } = await makeOrganization()
    const sends = Array.from({ length: 50 }, (_, index) =>
      as(index % 2 ? owner : secondOwner).run(sendInvitations, {
        addresses: [`p${index}@b.example`],
      }),
    )
    const outcomes = (await Promise.all(sends)).map(({ results }) => results[0]?.outcome)
    expect(outcomes.filter((outcome) => outcome === 'invited')).toHaveLength(20)
    const { total } = await as(owner).run(listInvitations, {})
    expect(total.count).toBe(20)
  })

  test('over the limit says when a place comes free, and what was revoked still counts as sent', async () => {
    const { owner } = await makeOrganization()
    const addresses = Array.from({ length: 20 }, (_, index) => `p${index}@b.example`)
    const { results } = await as(owner).run(sendInvitations, { addresses })
    await as(owner).run(revokeInvitation, { invitationId: results[0]?.id as string })
    const late = await as(owner).run(sendInvitations, { addresses: ['late@b.example'] })
    expect(late.results[0]).toMatchObject({ outcome: 'limit' })
    expect(late.results[0]?.detail).toContain('invitations can be sent in the past 24 hours')
    const available = Date.parse(late.results[0]?.availableAt as string)
    expect(Math.abs(available - (Date.now() + DAY))).toBeLessThan(60_000)
  })

  test('nothing sent is nothing recorded', async () => {
    const organization = await makeOrganization()
    await as(organization.owner).run(sendInvitations, { addresses: ['nonsense'] })
    await expect(organization).toHaveRecorded('invitation.sent', 0)
  })
})

describe('what becomes of invitations', () => {
  test('demoting an inviter revokes what they offered as owner, and nothing else', async () => {
    const organization = await makeOrganization()
    const { owner, secondOwner } = organization
    await as(secondOwner).run(sendInvitations, { addresses: ['boss@b.example'], role: 'owner' })
    await as(secondOwner).run(sendInvitations, { addresses: ['plain@b.example'] })
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    const pending = await as(owner).run(listInvitations, {})
    expect(pending.rows.map(({ email }) => email)).toEqual(['plain@b.example'])
    const revoked = await as(owner).run(listInvitations, { state: 'revoked' })
    expect(revoked.rows[0]).toMatchObject({ email: 'boss@b.example', revokedBecause: 'inviter' })
    await expect(organization).toHaveRecorded('invitation.revoked')
  })

  test('revoking twice changes nothing the second time', async () => {
    const organization = await makeOrganization()
    const { owner } = organization
    const { results } = await as(owner).run(sendInvitations, { addresses: ['a@b.example'] })
    const invitationId = results[0]?.id as string
    await as(owner).run(revokeInvitation, { invitationId })
    await as(owner).run(revokeInvitation, { invitationId })
    await expect(organization).toHaveRecorded('invitation.revoked')
  })

  test('lists by state, pages both ways, and counts each state', async () => {
    const { owner } = await makeOrganization()
    const addresses = Array.from({ length: 7 }, (_, index) => `p${index}@b.example`)
    await as(owner).run(sendInvitations, { addresses })
    const first = await as(owner).run(listInvitations, { count: 3, sort: 'email' })
    const second = await as(owner).run(listInvitations, {
      count: 3,
      sort: 'email',
      after: first.next as string,
    })
    expect(second.rows.map(({ email }) => email)).toEqual(addresses.slice(3, 6))
    const back = await as(owner).run(listInvitations, {
      count: 3,
      sort: 'email',
      after: second.previous as string,
    })
    expect(back.rows).toEqual(first.rows)
    expect(first.counts).toEqual({ pending: 7, expired: 0, revoked: 0, accepted: 0 })
  })

  test('an underscore in a search is an underscore', async () => {
    const { owner } = await makeOrganization()
    await as(owner).run(sendInvitations, { addresses: ['axb@w.example', 'a_c@w.example'] })
    const found = async (search: string) =>
      (await as(owner).run(listInvitations, { search })).rows.map(({ email }) => email)
    expect(await found('a_b@w.example')).toEqual([])
    expect(await found('a_c')).toEqual(['a_c@w.example'])
    expect(await found('%')).toEqual([])
  })

  test('the preview says members, open invitations and what the limits leave', async () => {
    const { owner, collaborator } = await makeOrganization()
    await as(owner).run(sendInvitations, { addresses: ['a@b.example'] })
    const preview = await as(owner).run(previewInvitations, {
      emails: ['a@b.example', collaborator.email, 'new@b.example'],
    })
    expect(preview).toMatchObject({
      members: [collaborator.email],
      invited: [{ email: 'a@b.example' }],
      limits: { pending: 1, maxPending: 20, sentInDay: 1, maxPerDay: 20, lifetimeDays: 7 },
    })
  })
})
