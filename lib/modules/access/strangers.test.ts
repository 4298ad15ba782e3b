import { beforeAll, describe, expect, test } from 'vitest'
import { as, makeOrganization, type TestOrganization } from '@/lib/testing/people'
import { bindToCloud, makeCloud } from '@/lib/testing/resources'
import { readReport } from './queries/read-report'
import { readTree } from './queries/read-tree'
import { whatCan } from './queries/what-can'

// Who is asked about is named in the input: by no name does it reach into another organization.
let here: TestOrganization
beforeAll(async () => {
  here = await makeOrganization()
  const { stranger } = here
  await bindToCloud(stranger, await makeCloud(stranger, { name: 'theirs' }))
})

const uses = [readTree, whatCan, readReport] as const
const never = ['ide_never', 'usr_never', 'never@halden.example'] as const
const names = (member: { id: string; userId: string; email: string }) => [
  member.id,
  member.userId,
  member.email,
]

describe.each(uses.map((use) => [use.name, use] as const))('%s', (_, use) => {
  const ask = (who: TestOrganization['owner'], memberId: string) => as(who).run(use, { memberId })

  test('somebody of another organization is the same 404 as somebody who never was', async () => {
    for (const memberId of [...names(here.stranger), ...never]) {
      await expect(ask(here.owner, memberId)).toBeProblem(
        'not_found',
        /^There is no such person in this organization\.$/,
      )
    }
  })

  test('each reads about their own people, by every name', async () => {
    for (const memberId of names(here.collaborator)) {
      const found = await ask(here.owner, memberId)
      expect(JSON.stringify(found)).not.toContain('theirs')
    }
    for (const memberId of names(here.stranger)) await ask(here.stranger, memberId)
  })

  test('who may not ask about others is refused before it is looked for', async () => {
    for (const memberId of [here.owner.id, here.stranger.id, never[0]]) {
      await expect(ask(here.collaborator, memberId)).toBeProblem('forbidden')
    }
  })
})
