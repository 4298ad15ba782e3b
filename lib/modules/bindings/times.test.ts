import { beforeAll, describe, expect, test } from 'vitest'
import { tierOnCloud } from '@/lib/domain/decide'
import { inSystem, readTenant } from '@/lib/platform/db/doors'
import { readTarget } from '@/lib/platform/db/targets'
import { as, eventsOf, makeOrganization, sweeper, type TestMember } from '@/lib/testing/people'
import { bindToCloud, bindToProject } from '@/lib/testing/resources'
import { onCloud as world } from '@/lib/testing/worlds'
import { changeOnCloud } from './commands/change-on-cloud'
import { grantOnCloud } from './commands/grant-on-cloud'
import { grantOnProject } from './commands/grant-on-project'
import { sweepBindings } from './commands/sweep-bindings'
import { listOnCloud } from './queries/list-on-cloud'

const DAY = 86_400_000 // ms
const at = (days: number) => new Date(Date.now() + days * DAY)
const iso = (days: number) => at(days).toISOString()
/** Sweeps until nothing is left: other tests of the process leave roles too. */
async function sweep() {
  while ((await as(sweeper).run(sweepBindings, {})).more);
}

beforeAll(() => makeOrganization())

const tierOf = (member: TestMember, cloudId: string, when = new Date()) =>
  readTenant(member.organizationId, async (db) => {
    const target = await readTarget(db, { cloud: cloudId }, member.id, when)
    return tierOnCloud({ organizationRole: 'collaborator', chain: target?.chain })
  })

describe('a start and an end', () => {
  test('count at the moment of a decision; a past one is refused', async () => {
    const { owner, member, cloudId } = await world()
    const give = (times: { startsAt?: string; endsAt?: string }) =>
      as(owner).run(grantOnCloud, {
        cloudId,
        allOrNothing: true,
        grants: [{ memberId: member.id, role: 'writer', ...times }],
      })
    await expect(give({ startsAt: iso(-1) })).toBeProblem('invalid_input', /start lies in the past/)
    await expect(give({ endsAt: iso(-1) })).toBeProblem('invalid_input', /end lies in the past/)
    await expect(give({ startsAt: iso(2), endsAt: iso(1) })).toBeProblem('invalid_input')
    await give({ startsAt: iso(1), endsAt: iso(2) })
    expect(await tierOf(member, cloudId)).toBeNull()
    expect(await tierOf(member, cloudId, at(1.5))).toBe('write')
    expect(await tierOf(member, cloudId, at(2.5))).toBeNull()
    const { rows } = await as(owner).run(listOnCloud, { cloudId, ends: 'planned' })
    expect(rows).toMatchObject([{ member: { id: member.id }, tier: null }])
  })

  test('a change of the role keeps them, null takes them away', async () => {
    const { id, owner, member, cloud, cloudId } = await world()
    const startsAt = at(-3)
    await bindToCloud(member, cloud, 'writer', { startsAt, endsAt: at(3) })
    const to = { cloudId, memberId: member.id, role: 'collaborator' } as const
    const kept = await as(owner).run(changeOnCloud, to)
    expect(kept.binding.startsAt).toBe(startsAt.toISOString())
    // What it was may be said again, although it is past.
    await as(owner).run(changeOnCloud, { ...to, startsAt: startsAt.toISOString() })
    await expect(as(owner).run(changeOnCloud, { ...to, startsAt: iso(-1) })).toBeProblem(
      'invalid_input',
    )
    const without = await as(owner).run(changeOnCloud, { ...to, startsAt: null, endsAt: null })
    expect(without.binding).toMatchObject({ startsAt: null, endsAt: null, version: 3 })
    await expect({ id }).toHaveRecorded('role_binding.changed', 2)
  })
})

describe('a role that is over, before the sweeper comes', () => {
  test('is nothing: changed or taken it is unknown, and given again it is a new one', async () => {
    const { id, owner, cloudOwner, member, cloud, cloudId } = await world()
    const old = await bindToCloud(member, cloud, 'owner', { endsAt: at(-1) })
    await bindToProject(member, cloud.project, 'owner')
    const named = { cloudId, memberId: member.id, role: 'writer' } as const
    await expect(as(owner).run(changeOnCloud, named)).toBeProblem('not_found')
    const inProject = {
      projectId: cloud.project.id,
      grants: [{ memberId: member.id, role: 'write' as const }],
    }
    const refused = await as(owner).run(grantOnProject, inProject)
    expect(refused.results).toMatchObject([{ status: 'refused', code: 'forbidden' }])
    const { results } = await as(cloudOwner).run(grantOnCloud, {
      cloudId,
      grants: [{ email: member.email, role: 'writer' }],
    })
    expect(results).toMatchObject([{ status: 'granted' }])
    expect(results[0]?.bindingId).not.toBe(old.id)
    // What was under it went with it, whether the sweeper had come or not.
    await expect({ id }).toHaveRecorded('role_binding.ended', 1)
    await expect({ id }).toHaveRecorded('role_binding.removed', 1)
    const { rows } = await as(owner).run(listOnCloud, { cloudId, search: member.email })
    expect(rows).toMatchObject([{ role: 'writer', projects: 0 }])
  })
})

describe('binding.sweep', () => {
  test('deletes what is over with what is under it, and says so in each log', async () => {
    const { id, owner, member, cloudOwner, cloud, cloudId } = await world()
    await bindToCloud(member, cloud, 'writer', { endsAt: at(-1) })
    await bindToProject(member, cloud.project)
    await bindToProject(cloudOwner, cloud.project, 'write', { endsAt: at(-0.5) })
    const other = await world()
    await bindToCloud(other.member, other.cloud, 'writer', { endsAt: at(1) })
    await sweep()
    await sweep()
    const events = await eventsOf(id)
    const ended = events.filter(({ event }) => event === 'role_binding.ended')
    expect(ended).toHaveLength(2)
    expect(ended[0]).toMatchObject({ actor: { kind: 'system', name: 'sweeper' } })
    await expect({ id }).toHaveRecorded('role_binding.removed', 1)
    const left = await inSystem((db) => db.roleBinding.findMany({ where: { cloudId } }))
    expect(left.map(({ membershipId }) => membershipId)).toEqual([cloudOwner.id])
    const { rows } = await as(owner).run(listOnCloud, { cloudId })
    expect(rows).toHaveLength(1)
    await expect({ id: other.id }).toHaveRecorded('role_binding.ended', 0)
  })
})
