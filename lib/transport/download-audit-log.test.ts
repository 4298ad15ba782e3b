import { expect, test } from 'vitest'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { inSystem } from '@/lib/platform/db/doors'
import { as, eventsOf, makeOrganization } from '@/lib/testing/people'
import { auditLogDownload } from './download-audit-log'

const read = async (pieces: AsyncIterable<string>) => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

test('a line for each event, over many pages, after the event of the download itself', async () => {
  const { id, owner } = await makeOrganization()
  const at = new Date('2026-11-20T08:00:00.000Z')
  const data = Array.from({ length: 2_100 }, (_, place) => ({
    organizationId: id,
    id: `evt_${id.slice(4, 20)}${String(place).padStart(8, '0')}`,
    at,
    event: 'member.renamed',
    actor: { kind: 'system', id: 'system', name: 'Gatehouse' },
    actorId: 'system',
    subject: { kind: 'member', id: owner.id, label: owner.name },
    subjectId: owner.id,
  }))
  await inSystem((db) => db.auditEvent.createMany({ data }))
  const rows = await read(await auditLogDownload.open(owner.caller, { subject: owner.id }))
  expect(new Set(rows.map((row) => row.id)).size).toBe(2_100)
  expect(rows[0]).toMatchObject({
    at: '2026-11-20T08:00:00.000000+00:00',
    actor: { kind: 'system', identity_id: null },
    subject: { kind: 'member', owner_id: null },
  })
  const told = (await eventsOf(id)).find(({ event }) => event === 'audit.exported')
  expect(told?.after).toMatchObject({ filters: { subject: owner.id }, order: 'newest' })
})

test('whoever is demoted between two pages gets no further one; others nothing at all', async () => {
  const { id, owner, secondOwner, collaborator } = await makeOrganization()
  const pieces = await auditLogDownload.open(secondOwner.caller, {})
  await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
  await expect(read(pieces)).toBeProblem('forbidden')
  await expect(auditLogDownload.open(collaborator.caller, {})).toBeProblem('forbidden')
  await expect({ id }).toHaveRecorded('audit.exported')
})
