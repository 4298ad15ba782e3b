import { expect, test } from 'vitest'
import { removeMembers } from '@/lib/modules/operations/commands/remove-members'
import { runOperation } from '@/lib/modules/operations/commands/run-operation'
import { apiOf } from '@/lib/testing/api'
import { as, makeOrganization } from '@/lib/testing/people'

test('an operation and its items, as they stand; a stranger’s is unknown', async () => {
  const { id, owner, secondOwner, collaborator, stranger } = await makeOrganization()
  const selection = { ids: [collaborator.id, secondOwner.id] }
  const started = await as(owner).run(removeMembers, { selection })
  const call = await apiOf(owner, '/api/gatehouse/v1')
  const path = `/operations/${started.id}`
  expect((await call(path)).body.result).toMatchObject({
    kind: 'member.remove_many',
    state: 'running',
    total: 2,
    done: 0,
    started_by: { identity_id: owner.id },
  })
  await runOperation({}, { organizationId: id, subjectId: started.id }, 60_000)
  expect((await call(path)).body.result).toMatchObject({ state: 'finished', done: 1, refused: 1 })
  const { results, metadata } = (await call(`${path}/items?state=refused`)).body
  expect(results).toMatchObject([
    { subject_id: secondOwner.id, state: 'refused', code: 'demote_first' },
  ])
  expect(metadata).toEqual({ total: 1, next_paging_token: null })
  expect((await call(`${path}/items?count=1`)).body.results).toHaveLength(1)
  const theirs = await apiOf(stranger, '/api/gatehouse/v1')
  expect((await theirs(path)).status).toBe(404)
  expect((await theirs(`${path}/items`)).status).toBe(404)
  expect((await (await apiOf(secondOwner, '/api/gatehouse/v1'))(path)).status).toBe(200)
})
