import { expect, test } from 'vitest'
import { as, makeMember, makeOrganization } from '@/lib/testing/people'
import { currentOrganization } from './queries/current-organization'

test('an owner is told how many people there are, a collaborator is not', async () => {
  const { id, owner, collaborator } = await makeOrganization()
  await makeMember(id)
  expect((await as(owner).run(currentOrganization, {})).people).toBe(4)
  const seen = await as(collaborator).run(currentOrganization, {})
  expect(seen).not.toHaveProperty('people')
  expect(seen.self).toMatchObject({ id: collaborator.id, role: 'collaborator' })
})
