import { describe, expect, test } from 'vitest'
import type { Problem } from '@/lib/kernel/problem'
import { acceptAsNew } from '@/lib/modules/invitations/commands/accept-as-new'
import { acceptAsSelf } from '@/lib/modules/invitations/commands/accept-as-self'
import { acceptWithPassword } from '@/lib/modules/invitations/commands/accept-with-password'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { inSystem } from '@/lib/platform/db/doors'
import { enter, invite, password, someAddress, visitor } from '@/lib/testing/accounts'
import { as, eventsOf, makeOrganization } from '@/lib/testing/people'
import { changeRole } from './commands/change-role'
import { leaveOrganization } from './commands/leave-organization'
import { removeMember } from './commands/remove-member'

const ROUNDS = 3 // who is quicker differs

/** How many succeeded, and the codes of the others. */
async function outcomes(tries: Promise<unknown>[]) {
  const settled = await Promise.allSettled(tries)
  const codes = settled.flatMap((each) =>
    each.status === 'rejected' ? [(each.reason as Problem).code] : [],
  )
  return { done: settled.length - codes.length, codes }
}

/** Rows and counter agree, and how many there are. */
const census = (organizationId: string) =>
  inSystem(async (db) => {
    const where = { organizationId, endedAt: null }
    const people = await db.membership.count({ where })
    const owners = await db.membership.count({ where: { ...where, role: 'owner' } })
    const counter = await db.organizationCounter.findFirstOrThrow({ where: { organizationId } })
    expect({ people: counter.people, owners: counter.owners }).toEqual({ people, owners })
    return { people, owners }
  })

const happened = async (organizationId: string, event: string) =>
  (await eventsOf(organizationId)).filter((each) => each.event === event).length

describe('two owners at once', () => {
  test('demote each other: one succeeds, the other is no owner any more', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, owner, secondOwner } = await makeOrganization()
      const found = await outcomes([
        as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' }),
        as(secondOwner).run(changeRole, { memberId: owner.id, role: 'collaborator' }),
      ])
      expect(found).toEqual({ done: 1, codes: ['forbidden'] })
      expect(await census(id)).toEqual({ people: 3, owners: 1 })
      expect(await happened(id, 'member.role_changed')).toBe(1)
    }
  })

  test('leave: neither may, an owner is made a collaborator first', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, owner, secondOwner } = await makeOrganization()
      const found = await outcomes(
        [owner, secondOwner].map((who) => as(who).run(leaveOrganization, {})),
      )
      expect(found).toEqual({ done: 0, codes: ['demote_first', 'demote_first'] })
      expect(await census(id)).toEqual({ people: 3, owners: 2 })
    }
  })

  test('one leaves while the other demotes them, and the other way round: an owner is left', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, owner, secondOwner } = await makeOrganization()
      await outcomes([
        as(owner).run(leaveOrganization, {}),
        as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' }),
        as(secondOwner).run(changeRole, { memberId: owner.id, role: 'collaborator' }),
        as(secondOwner).run(leaveOrganization, {}),
      ])
      expect((await census(id)).owners).toBe(1)
    }
  })

  test('remove the same person, who leaves by themselves: one end, one event', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, owner, secondOwner, collaborator } = await makeOrganization()
      const memberId = collaborator.id
      const { done } = await outcomes([
        as(owner).run(removeMember, { memberId }),
        as(collaborator).run(leaveOrganization, {}),
        as(secondOwner).run(removeMember, { memberId }),
        as(owner)
          .run(changeRole, { memberId, role: 'collaborator' })
          .then(() => Promise.reject({ code: 'none' })),
      ])
      expect(done).toBe(1)
      expect(await census(id)).toEqual({ people: 2, owners: 2 })
      expect((await happened(id, 'member.removed')) + (await happened(id, 'member.left'))).toBe(1)
    }
  })
})

test('one invitation accepted at once by the account of its address, in four tabs: one membership', async () => {
  for (const delivery of ['mail', 'link'] as const) {
    const elsewhere = await makeOrganization()
    const email = someAddress()
    const who = visitor()
    const first = await invite(elsewhere.owner, email, { delivery: 'mail' })
    const session = await enter(
      who,
      await as(who).run(acceptAsNew, { token: first, name: 'Lena Vogt', password }),
    )

    const { id, owner } = await makeOrganization()
    const token = await invite(owner, email, { delivery })
    const found = await outcomes([
      as(visitor()).run(acceptWithPassword, { token, email, password }),
      as(session).run(acceptAsSelf, { token }),
      as(visitor()).run(acceptWithPassword, { token, email, password }),
      as(session).run(acceptAsSelf, { token }),
    ])
    expect(found).toEqual({ done: 1, codes: Array(3).fill('invitation_used') })
    expect(await census(id)).toEqual({ people: 4, owners: 2 })
    expect(await happened(id, 'member.joined')).toBe(1)
    expect(await happened(id, 'invitation.accepted')).toBe(1)
  }
})

test('fifty invitations at once, alone and in batches of five, against a limit of twenty: twenty', async () => {
  const { id, owner, secondOwner } = await makeOrganization()
  const address = (n: number) => `p${n}@b.example`
  const alone = Array.from({ length: 25 }, (_, n) => [address(n)])
  const batches = Array.from({ length: 5 }, (_, n) =>
    [0, 1, 2, 3, 4].map((m) => address(100 + n * 5 + m)),
  )
  const sends = [...alone, ...batches]
    .sort((a, b) => (a[0] as string).localeCompare(b[0] as string))
    .map((addresses, n) => as(n % 2 ? owner : secondOwner).run(sendInvitations, { addresses }))
  const results = (await Promise.all(sends)).flatMap(({ results }) => results)
  expect(results).toHaveLength(50)
  expect(results.filter(({ outcome }) => outcome === 'invited')).toHaveLength(20)
  expect(results.filter(({ outcome }) => outcome === 'limit')).toHaveLength(30)
  const pending = await inSystem((db) =>
    db.invitation.count({ where: { organizationId: id, revokedAt: null } }),
  )
  expect(pending).toBe(20)
  expect(await happened(id, 'invitation.sent')).toBe(20)
})
