import { beforeEach, expect, test, vi } from 'vitest'
import { unseal } from '@/lib/platform/crypto/seal'
import { inSystem } from '@/lib/platform/db/doors'
import { as, makeOrganization, sweeper, type TestOrganization } from '@/lib/testing/people'
import { remindOfDeletion } from './commands/remind-of-deletion'
import { requestDeletion } from './commands/request-deletion'
import { stopDeletion } from './commands/stop-deletion'

vi.mock('@/lib/platform/mail/mail', async (original) => ({
  ...(await original<object>()),
  mailIsSetUp: () => true,
}))

const DAY = 86_400_000 // ms
type Mail = { to: string; subject: string; text: string; html: string }
let organization: TestOrganization
beforeEach(async () => {
  organization = await makeOrganization('Halden & <Søn>')
})

/** What waits to be mailed for this organization, in the order it was written; then it waits no more. */
const take = () =>
  inSystem(async (db) => {
    const where = { organizationId: organization.id, kind: 'notice' }
    const rows = await db.outbox.findMany({ where, orderBy: { createdAt: 'asc' } })
    await db.outbox.deleteMany({ where })
    return rows.map(({ payload }) => ({ payload, mail: unseal('outbox', payload) as Mail }))
  })

test('every owner is told when it is asked for, a day before, and when it is stopped; nobody else', async () => {
  const { id, owner, secondOwner } = organization
  const owners = [owner.email, secondOwner.email].sort()
  await as(owner).run(requestDeletion, { name: 'Halden & <Søn>' })
  const asked = await take()
  expect(asked.map(({ mail }) => mail.to).sort()).toEqual(owners)
  for (const { payload, mail } of asked) {
    expect(payload).not.toContain(owner.email)
    expect(mail.subject).toContain('will be deleted on')
    expect(mail.html).toContain('Halden &amp; &lt;Søn&gt;')
    expect(mail.text).toContain('/settings/general')
    expect(mail.text).toContain('Any owner can stop this')
  }

  await as(sweeper).run(remindOfDeletion, {})
  expect(await take()).toEqual([])
  const soon = { deletionDueAt: new Date(Date.now() + DAY / 2) }
  await inSystem((db) => db.organization.update({ where: { id }, data: soon }))
  await as(sweeper).run(remindOfDeletion, {})
  await as(sweeper).run(remindOfDeletion, {})
  const reminded = await take()
  expect(reminded.map(({ mail }) => mail.to).sort()).toEqual(owners)
  expect(reminded[0]?.mail.subject).toMatch(/will be deleted within a day/)

  await as(secondOwner).run(stopDeletion, {})
  const stopped = await take()
  expect(stopped.map(({ mail }) => mail.to).sort()).toEqual(owners)
  expect(stopped[0]?.mail.subject).toMatch(/will not be deleted/)
  expect(stopped[0]?.mail.text).toContain(secondOwner.name)
})

test('asked for again after it was stopped, it is reminded of again', async () => {
  const { id, owner } = organization
  const soon = { deletionDueAt: new Date(Date.now() + DAY / 2) }
  for (const _ of [1, 2]) {
    await as(owner).run(requestDeletion, { name: 'Halden & <Søn>' })
    await inSystem((db) => db.organization.update({ where: { id }, data: soon }))
    await take()
    await as(sweeper).run(remindOfDeletion, {})
    expect(await take()).toHaveLength(2)
    await as(owner).run(stopDeletion, {})
  }
})
