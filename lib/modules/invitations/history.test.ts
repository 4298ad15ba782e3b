import { describe, expect, test } from 'vitest'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { inSystem } from '@/lib/platform/db/doors'
import { invite } from '@/lib/testing/accounts'
import { as, makeOrganization } from '@/lib/testing/people'
import { revokeInvitation } from './commands/revoke-invitation'
import { sendInvitations } from './commands/send-invitations'
import { listInvitations } from './queries/list-invitations'
import { listInviters } from './queries/list-inviters'
import { readHistory } from './queries/read-history'

const address = 'lena@partner.example'
const send = async (who: Parameters<typeof as>[0], ...addresses: string[]) => {
  const { results } = await as(who).run(sendInvitations, { addresses })
  return results.map(({ id }) => id as string)
}

describe('invitation.history', () => {
  test('who sent it, what came of it, and the others of the address', async () => {
    const { owner, secondOwner } = await makeOrganization()
    const [first = ''] = await send(owner, address, 'other@partner.example')
    const [second = ''] = await send(secondOwner, address)
    await as(owner).run(revokeInvitation, { invitationId: second })
    const history = await as(owner).run(readHistory, { id: first })
    expect(history.invitation).toMatchObject({
      state: 'revoked',
      revokedBecause: 'replaced',
      invitedBy: { id: owner.id },
    })
    expect(history.others.map(({ id, state }) => [id, state])).toEqual([[second, 'revoked']])
    expect(history.acceptedBy).toBeNull()
    expect(history.events?.map(({ event, actor }) => [event, actor.id])).toEqual([
      ['invitation.revoked', secondOwner.id],
      ['invitation.sent', owner.id],
    ])
    expect(JSON.stringify(history)).not.toMatch(/token|hash|other@partner/)
  })

  test('of an accepted one: the person', async () => {
    const { id: organizationId, owner, collaborator } = await makeOrganization()
    const [id = ''] = await send(owner, address)
    const data = { acceptedAt: new Date(), acceptedById: collaborator.id }
    await inSystem((db) => db.invitation.updateMany({ where: { organizationId, id }, data }))
    const { invitation, acceptedBy } = await as(owner).run(readHistory, { id })
    expect(invitation.state).toBe('accepted')
    expect(acceptedBy).toEqual({ id: collaborator.id, name: collaborator.name, endedAt: null })
  })

  test('a stranger finds none, of a known address neither', async () => {
    const { owner, stranger } = await makeOrganization()
    const [id = ''] = await send(owner, address)
    const [own = ''] = await send(stranger, address)
    await expect(as(stranger).run(readHistory, { id })).toBeProblem('not_found')
    expect((await as(stranger).run(readHistory, { id: own })).others).toEqual([])
  })
})

describe('invitation.list', () => {
  test('by who invited and by how far the link has come', async () => {
    const { id: organizationId, owner, secondOwner } = await makeOrganization()
    await send(owner, 'link@b.example')
    for (const email of ['mailed@b.example', 'waiting@b.example', 'failed@b.example']) {
      await invite(secondOwner, email, { delivery: 'mail' })
    }
    await inSystem(async (db) => {
      const of = (email: string) => ({ where: { organizationId, email } })
      await db.invitation.updateMany({
        ...of('mailed@b.example'),
        data: { deliveredAt: new Date() },
      })
      await db.invitation.updateMany({ ...of('failed@b.example'), data: { deliveryError: 'No.' } })
    })
    const found = async (input: object) =>
      (await as(owner).run(listInvitations, { sort: 'email', ...input })).rows.map(
        ({ email }) => email.split('@')[0],
      )
    for (const state of ['mailed', 'waiting', 'failed', 'link']) {
      expect(await found({ deliveries: [state] })).toEqual([state])
    }
    expect(await found({ deliveries: ['failed', 'link'] })).toEqual(['failed', 'link'])
    expect(await found({ invitedByIds: [owner.id] })).toEqual(['link'])
    expect(await found({ invitedByIds: [owner.id], deliveries: ['mailed'] })).toEqual([])
    const inviters = await as(owner).run(listInviters, {})
    expect(inviters.map(({ id }) => id).sort()).toEqual([owner.id, secondOwner.id].sort())
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    expect(await as(owner).run(listInviters, {})).toHaveLength(2)
  })

  test('nobody invited: no inviters', async () => {
    const { owner } = await makeOrganization()
    expect(await as(owner).run(listInviters, {})).toEqual([])
  })

  test('counts end at a bound', async () => {
    const { id: organizationId, owner } = await makeOrganization()
    const at = new Date(Date.now() - 9 * 86_400_000)
    await inSystem((db) =>
      db.invitation.createMany({
        data: Array.from({ length: 1_200 }, (_, place) => ({
          organizationId,
          id: `orginv_${organizationId.slice(4)}${place}`,
          email: `p${place}@b.example`,
          role: 'collaborator',
          tokenHash: `${organizationId}${place}`,
          invitedById: owner.id,
          createdAt: at,
          expiresAt: at,
          delivery: 'link',
          ...(place % 11 === 0 && { revokedAt: at, revokedBecause: 'revoked' }),
        })),
      }),
    )
    const { counts, total } = await as(owner).run(listInvitations, { state: 'expired' })
    expect(counts).toEqual({ pending: 0, expired: 1_000, revoked: 110, accepted: 0 })
    expect(total).toEqual({ count: 1_000, more: true })
    const { total: searched } = await as(owner).run(listInvitations, {
      state: 'expired',
      search: 'p10',
    })
    expect(searched).toEqual({ count: 102, more: false })
  })
})
