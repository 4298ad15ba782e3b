import { beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '@/lib/kernel/problem'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { inSystem } from '@/lib/platform/db/doors'
import { as, eventsOf, makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, makeProject } from '@/lib/testing/resources'
import { onCloud as world } from '@/lib/testing/worlds'
import { changeOnCloud } from './commands/change-on-cloud'
import { grantOnCloud } from './commands/grant-on-cloud'
import { grantOnProject } from './commands/grant-on-project'
import { removeFromCloud } from './commands/remove-from-cloud'

const ROUNDS = 3 // who is quicker differs

beforeAll(() => makeOrganization())

async function outcomes(tries: Promise<unknown>[]) {
  const settled = await Promise.allSettled(tries)
  const codes = settled.flatMap((each) =>
    each.status === 'rejected' ? [(each.reason as Problem).code] : [],
  )
  return { done: settled.length - codes.length, codes }
}
const held = (cloudId: string) => inSystem((db) => db.roleBinding.findMany({ where: { cloudId } }))
const happened = async (organizationId: string, event: string) =>
  (await eventsOf(organizationId)).filter((each) => each.event === event).length

describe('two owners of a cloud at once', () => {
  test('take each other off it: one succeeds, the other finds no cloud any more', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, cloudOwner: one, cloud, cloudId } = await world()
      const other = await makeMember(id)
      await bindToCloud(other, cloud, 'owner')
      const found = await outcomes([
        as(one).run(removeFromCloud, { cloudId, memberId: other.id }),
        as(other).run(removeFromCloud, { cloudId, memberId: one.id }),
      ])
      expect(found).toEqual({ done: 1, codes: ['not_found'] })
      expect(await held(cloudId)).toHaveLength(1)
      expect(await happened(id, 'role_binding.removed')).toBe(1)
    }
  })

  test('make each other read-only: one succeeds, the other may not any more', async () => {
    const { id, cloudOwner: one, cloud, cloudId } = await world()
    const other = await makeMember(id)
    await bindToCloud(other, cloud, 'owner')
    const to = { cloudId, role: 'collaborator', readOnly: true } as const
    const found = await outcomes([
      as(one).run(changeOnCloud, { ...to, memberId: other.id }),
      as(other).run(changeOnCloud, { ...to, memberId: one.id }),
    ])
    expect(found).toEqual({ done: 1, codes: ['forbidden'] })
  })
})

test('a grant and the removal of the member: whoever is gone holds nothing', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { owner, secondOwner, member, cloudId } = await world()
    const grants = [{ memberId: member.id, role: 'writer' as const }]
    await outcomes([
      as(owner).run(grantOnCloud, { cloudId, grants }),
      as(secondOwner).run(removeMember, { memberId: member.id }),
    ])
    const rows = await held(cloudId)
    expect(rows.map(({ membershipId }) => membershipId)).not.toContain(member.id)
  }
})

test('a grant in a project and the removal from its cloud: no role is left without one there', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { owner, secondOwner, member, cloud, cloudId } = await world()
    const { id: projectId } = await makeProject(owner, cloud)
    await bindToCloud(member, cloud)
    const grants = [{ memberId: member.id, role: 'write' as const }]
    await outcomes([
      as(owner).run(grantOnProject, { projectId, grants }),
      as(secondOwner).run(removeFromCloud, { cloudId, memberId: member.id }),
    ])
    const rows = (await held(cloudId)).filter(({ membershipId }) => membershipId === member.id)
    expect(rows).toEqual([])
  }
})

test('the same grant four times at once: one row, one event', async () => {
  const { id, owner, secondOwner, member, cloudId } = await world()
  const grants = [{ email: member.email, role: 'collaborator' as const }]
  const tries = [owner, secondOwner, owner, secondOwner].map((who) =>
    as(who).run(grantOnCloud, { cloudId, grants }),
  )
  const statuses = (await Promise.all(tries)).map(({ results }) => results[0]?.status)
  expect(statuses.sort()).toEqual(['already', 'already', 'already', 'granted'])
  expect(await happened(id, 'role_binding.created')).toBe(1)
})
