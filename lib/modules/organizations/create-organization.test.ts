import { beforeAll, expect, test, vi } from 'vitest'
import { createOrganization } from '@/lib/modules/organizations/commands/create-organization'
import { inSystem } from '@/lib/platform/db/doors'
import { enter, giveFactor, isLive } from '@/lib/testing/accounts'
import { testDatabase } from '@/lib/testing/database'
import { as, eventsOf, makeOrganization, type TestMember } from '@/lib/testing/people'
import { listMembers } from '../members/queries/list-members'
import { listOwnOrganizations } from '../sessions/queries/list-own-organizations'
import { creationDenial } from './organization-rules'
import { currentOrganization } from './queries/current-organization'

vi.hoisted(() => {
  process.env.ORGANIZATION_CREATION = 'people'
})
beforeAll(testDatabase)

const proven = async () => {
  const organization = await makeOrganization()
  const { collaborator } = organization
  const standing = { emailProvenAt: new Date(), homeOrganizationId: null }
  await inSystem((db) => db.person.update({ where: { id: collaborator.personId }, data: standing }))
  return { organization, person: collaborator }
}
const make = (who: TestMember, name = 'Nordlys Labs') => as(who).run(createOrganization, { name })

test('its maker is its owner and goes on there; the one before stays as it was', async () => {
  const { organization, person } = await proven()
  const there = await enter(person, await make(person))
  expect(there.caller.organizationId).not.toBe(organization.id)
  expect(await isLive(person)).toBe(false)
  const { organization: made, self, people } = await as(there).run(currentOrganization, {})
  expect([made.name, self.role, self.email, people]).toEqual([
    'Nordlys Labs',
    'owner',
    person.email,
    1,
  ])
  expect((await as(there).run(listMembers, {})).rows).toHaveLength(1)
  expect((await eventsOf(made.id)).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['organization.created', 'member.joined', 'session.started']),
  )
  expect(JSON.stringify(await eventsOf(organization.id))).not.toContain(made.id)
  const { rows, creation } = await as(there).run(listOwnOrganizations, {})
  expect(rows.map(({ role }) => role).sort()).toEqual(['collaborator', 'owner'])
  expect(creation).toEqual({ denial: null })
})

test('an account of one organization alone makes none', async () => {
  const { collaborator } = await makeOrganization()
  await expect(make(collaborator)).toBeProblem('forbidden', /one organization alone/)
  const { creation } = await as(collaborator).run(listOwnOrganizations, {})
  expect(creation?.denial).toMatch(/one organization alone/)
})

test('whoever has a second factor that this session was begun without is asked for it first', async () => {
  const { person } = await proven()
  await giveFactor(person.personId)
  expect((await make(person)).step).toBe('second_factor')
})

test('five in a day, also when they are asked for at once', async () => {
  const { person } = await proven()
  const tries = await Promise.allSettled(
    [1, 2, 3, 4, 5, 6, 7].map((n) => make(person, `Works ${n}`)),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  await expect(make(person)).toBeProblem('rate_limited')
  const { rows } = await as(person).run(listOwnOrganizations, {})
  expect(rows).toHaveLength(6)
})

test('a name is a name', async () => {
  const { person } = await proven()
  await expect(make(person, '  ')).toBeProblem('invalid_input')
})

test('where it is off nobody makes one', () => {
  const owner = { emailProvenAt: new Date() }
  expect(creationDenial(owner, { setting: 'off', today: 0 })?.code).toBe('forbidden')
  expect(creationDenial(owner, { setting: 'people', today: 0 })).toBeNull()
  expect(creationDenial({ emailProvenAt: null }, { setting: 'people', today: 0 })).not.toBeNull()
})
