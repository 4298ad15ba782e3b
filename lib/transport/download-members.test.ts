import { parse } from 'papaparse'
import { describe, expect, test } from 'vitest'
import { byteOrderMark, original } from '@/lib/domain/csv'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { inSystem } from '@/lib/platform/db/doors'
import { makeCrowd } from '@/lib/testing/crowd'
import { as, eventsOf, makeMember, makeOrganization, type TestMember } from '@/lib/testing/people'

import { membersDownload } from './download-members'

const read = async (pieces: AsyncIterable<string>) => {
  const texts: string[] = []
  for await (const piece of pieces) texts.push(piece)
  return texts
}
const everybody = { selection: { matching: {} } }
const download = async (who: TestMember, input: unknown = everybody) =>
  (await read(await membersDownload.open(who.caller, input))).join('')
const rowsOf = (text: string) => parse<Record<string, string>>(text, { header: true }).data

test('a record for each person, and the event of it first', async () => {
  const { id, owner, secondOwner, collaborator, stranger } = await makeOrganization()
  const text = await download(owner)
  expect(text.startsWith(`${byteOrderMark}"name","email","role","state","source",`)).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const rows = rowsOf(text)
  expect(rows.slice(0, -1).map(({ email }) => email)).toEqual([
    owner.email,
    secondOwner.email,
    collaborator.email,
  ])
  expect(rows[2]).toMatchObject({
    name: collaborator.name,
    role: 'collaborator',
    state: 'active',
    source: 'invitation',
    joined: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    user_id: collaborator.userId,
    identity_id: collaborator.id,
    kind: 'person',
  })
  expect(text).not.toContain(stranger.email)
  const told = (await eventsOf(id)).find(({ event }) => event === 'member.exported')
  expect(told).toMatchObject({
    subject: { kind: 'list', id: 'members' },
    after: { people: 3, more: false, matching: {}, except: [] },
  })
})

test('narrowed by filter, by ids, by columns', async () => {
  const { owner, collaborator, secondOwner, stranger } = await makeOrganization()
  const owners = { matching: { roles: ['owner'] }, except: [owner.id] }
  expect(rowsOf(await download(owner, { selection: owners }))[0]?.email).toBe(secondOwner.email)
  const ids = { ids: [collaborator.id, stranger.id] }
  expect(await download(owner, { selection: ids, columns: ['email', 'role'] })).toBe(
    `${byteOrderMark}"email","role"\r\n"${collaborator.email}","collaborator"\r\n`,
  )
  await expect(download(owner, { selection: ids, columns: ['password'] })).toBeProblem(
    'invalid_input',
  )
})

test('names that are formulas leave as text, and come back as they were', async () => {
  const { id, owner } = await makeOrganization()
  const names = ['=HYPERLINK("http://x")', ' ＋1', '-2+3', 'Åse "Ø"\nLi', '山田;=1', "'=1"]
  for (const name of names) await makeMember(id, 'collaborator', { name })
  const text = await download(owner)
  for (const row of parse<string[]>(text).data) {
    for (const cell of row) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/)
  }
  const read = rowsOf(text).map(({ name }) => original(name ?? ''))
  expect(read).toEqual(expect.arrayContaining(names))
})

describe('many', () => {
  test('come in pages, each person once', async () => {
    const { id, owner } = await makeOrganization()
    await makeCrowd(id, 2_500)
    const pieces = await read(await membersDownload.open(owner.caller, everybody))
    expect(pieces).toHaveLength(3)
    const ids = rowsOf(pieces.join('')).flatMap(({ identity_id }) => identity_id ?? [])
    expect(new Set(ids).size).toBe(2_503)
    expect(ids).toHaveLength(2_503)
  })

  test('whoever is demoted meanwhile gets no further page; others nothing at all', async () => {
    const { id, owner, secondOwner, collaborator } = await makeOrganization()
    await makeCrowd(id, 1_500)
    const pieces = (await membersDownload.open(secondOwner.caller, everybody))[
      Symbol.asyncIterator
    ]()
    expect((await pieces.next()).done).toBe(false)
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    await expect(pieces.next()).toBeProblem('forbidden')
    await expect(membersDownload.open(collaborator.caller, everybody)).toBeProblem('forbidden')
    await expect({ id }).toHaveRecorded('member.exported')
  })

  test('a session that is ended meanwhile ends its download', async () => {
    const { id, owner } = await makeOrganization()
    await makeCrowd(id, 1_500)
    const pieces = (await membersDownload.open(owner.caller, everybody))[Symbol.asyncIterator]()
    await pieces.next()
    const data = { endedAt: new Date(), endedBecause: 'signed_out' }
    await inSystem((db) => db.session.updateMany({ where: { organizationId: id }, data }))
    await expect(pieces.next()).toBeProblem('unauthenticated')
  })
})
