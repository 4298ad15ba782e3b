import { beforeAll, expect, test } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import { as, eventsOf, makeOrganization } from '@/lib/testing/people'
import { setLimits } from './commands/set-limits'

beforeAll(() => makeOrganization())

const limitsOf = ({ id }: { id: string }) =>
  inSystem((db) => db.membership.findFirstOrThrow({ where: { id } })).then(({ limits }) => limits)
const both = ['image_reader_no_base_images', 'image_reader'] as const

test('limits are kept in the order in which they are sent, for owners too', async () => {
  const { id, owner, secondOwner, collaborator } = await makeOrganization()
  for (const { userId, id: memberId } of [secondOwner, collaborator]) {
    const set = await as(owner).run(setLimits, { userId, limits: [...both] })
    expect(set).toMatchObject({ id: memberId, limits: both, version: 2 })
    expect(await limitsOf({ id: memberId })).toEqual(both)
  }
  const again = { memberId: collaborator.id, limits: [...both] }
  expect((await as(owner).run(setLimits, again)).version).toBe(2)
  await as(owner).run(setLimits, { ...again, limits: [...both].reverse() })
  expect(await limitsOf(collaborator)).toEqual([...both].reverse())
  await as(owner).run(setLimits, { ...again, limits: [] })
  expect(await limitsOf(collaborator)).toEqual([])
  const events = (await eventsOf(id)).filter(({ event }) => event === 'member.limits_changed')
  expect(events).toHaveLength(4)
  expect(events.map(({ subject }) => (subject as { kind: string }).kind)).toContain('member')
})

test('with a role along with them, both or neither', async () => {
  const { id, owner, secondOwner, collaborator } = await makeOrganization()
  const to = { memberId: collaborator.id, limits: ['image_reader' as const] }
  const set = await as(owner).run(setLimits, { ...to, role: 'owner' })
  expect(set).toMatchObject({ role: 'owner', limits: ['image_reader'], version: 3 })
  await expect({ id }).toHaveRecorded('member.role_changed')
  const stale = { ...to, limits: [], role: 'collaborator' as const, expectedVersion: 1 }
  await expect(as(secondOwner).run(setLimits, stale)).toBeProblem('stale')
  expect(await limitsOf(collaborator)).toEqual(['image_reader'])
})

test('nobody’s own, not by a collaborator, not of another organization, each limit once', async () => {
  const { owner, collaborator, stranger } = await makeOrganization()
  const own = { memberId: owner.id, limits: [] }
  await expect(as(owner).run(setLimits, own)).toBeProblem('own_membership', /your own/)
  await expect(as(collaborator).run(setLimits, own)).toBeProblem('forbidden')
  await expect(as(stranger).run(setLimits, own)).toBeProblem('not_found')
  const twice = { memberId: collaborator.id, limits: ['image_reader', 'image_reader'] as const }
  await expect(as(owner).run(setLimits, { ...twice, limits: [...twice.limits] })).toBeProblem(
    'invalid_input',
    /Name each limit once/,
  )
})
