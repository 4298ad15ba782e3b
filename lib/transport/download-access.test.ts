import { expect, test } from 'vitest'
import { makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import type { Download } from './download'
import { whatCanDownload, whoCanDownload } from './download-access'

async function linesOf(pieces: Promise<AsyncIterable<string>>) {
  let text = ''
  for await (const piece of await pieces) text += piece
  return text.replace('\ufeff', '').trimEnd().split('\r\n')
}
type Caller = Parameters<Download['open']>[0]

test('who can and where somebody can, as files; refused to those who may not ask', async () => {
  const { id, owner, secondOwner, collaborator, stranger } = await makeOrganization()
  const cloud = await makeCloud(owner, { name: 'prod-us-west-2' })
  const project = await makeProject(owner, cloud, { name: 'grasp-policy-rl' })
  const named = await makeMember(id, 'collaborator', { name: '=1+1' })
  for (const member of [named, collaborator]) await bindToCloud(member, cloud)
  await bindToProject(named, project, 'write')
  const asked = { permission: 'workload.run', place: { project: project.id } }
  const who = await linesOf(whoCanDownload.open(owner.caller as Caller, asked))
  expect(who[0]).toMatch(/^"name","email","kind"/)
  expect(who).toHaveLength(4)
  for (const { email } of [owner, secondOwner, named]) {
    expect(who.filter((line) => line.includes(`"${email}"`))).toHaveLength(1)
  }
  expect(who.find((line) => line.includes(named.email))).toMatch(/^"'=1\+1",.*"write","direct"/)

  const where = { memberId: named.id, permission: 'workload.run' }
  const what = await linesOf(whatCanDownload.open(owner.caller as Caller, where))
  expect(what.slice(1).map((line) => line.split(',').slice(0, 3).join())).toEqual([
    '"prod-us-west-2","default","write"',
    '"prod-us-west-2","grasp-policy-rl","write"',
  ])

  for (const { caller } of [collaborator, stranger]) {
    await expect(whoCanDownload.open(caller as Caller, asked)).rejects.toThrow()
    await expect(whatCanDownload.open(caller as Caller, where)).rejects.toThrow()
  }
})
