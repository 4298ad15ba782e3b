import { beforeEach, expect, test, vi } from 'vitest'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { unseal } from '@/lib/platform/crypto/seal'
import { inSystem } from '@/lib/platform/db/doors'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { as, sweeper } from '@/lib/testing/people'
import { bindToCloud, bindToProject } from '@/lib/testing/resources'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'
import { onCloud } from '@/lib/testing/worlds'
import { changeOnCloud } from './commands/change-on-cloud'
import { sweepBindings } from './commands/sweep-bindings'

vi.mock('@/lib/platform/mail/mail', async (original) => ({
  ...(await original<object>()),
  mailIsSetUp: () => true,
}))

const DAY = 86_400_000 // ms
type Mail = { to: string; subject: string; text: string }
let world: Awaited<ReturnType<typeof onCloud>>
beforeEach(async () => {
  world = await onCloud()
})

/** What is mailed by a sweep. */
async function sweep() {
  await as(sweeper).run(sweepBindings, {})
  return inSystem(async (db) => {
    const where = { organizationId: world.id, kind: 'notice' }
    const rows = await db.outbox.findMany({ where, orderBy: { createdAt: 'asc' } })
    await db.outbox.deleteMany({ where })
    return rows.map(({ payload }) => unseal('outbox', payload) as Mail)
  })
}
/** Moves the end, and how long ago the role was given: nobody waits for a week. */
const ending = (id: string, days: number, givenDaysAgo = 30) =>
  inSystem((db) =>
    db.roleBinding.updateMany({
      where: { id },
      data: {
        endsAt: new Date(Date.now() + days * DAY),
        createdAt: new Date(Date.now() - givenDaysAgo * DAY),
      },
    }),
  )

test('the holder is told a week before and a day before, once each, of all roles in one mail', async () => {
  const { member, cloud } = world
  const { id } = await bindToCloud(member, cloud, 'writer')
  const inProject = await bindToProject(member, cloud.project, 'write')
  for (const each of [id, inProject.id]) await ending(each, 8)
  expect(await sweep()).toEqual([])
  for (const each of [id, inProject.id]) await ending(each, 6)
  const [week, ...others] = await sweep()
  expect(others).toEqual([])
  expect(week).toMatchObject({ to: member.email })
  expect(week?.subject).toMatch(/^Roles of yours end soon in Halden Robotics/)
  expect(week?.text).toContain('Cloud writer on the cloud')
  expect(week?.text).toContain('Write on the project default')
  expect(week?.text).toContain('/my-access')
  expect(await sweep()).toEqual([])

  await inSystem((db) =>
    db.roleBinding.updateMany({
      where: { id },
      data: { warnedAt: new Date(Date.now() - 5 * DAY) },
    }),
  )
  await ending(id, 0.5)
  const [day] = await sweep()
  expect(day?.subject).toMatch(/^A role of yours ends on /)
  expect(await sweep()).toEqual([])
})

test('given for a short time, it is not warned of at once; a new end is warned of again', async () => {
  const { owner, member, cloud, cloudId } = world
  const { id } = await bindToCloud(member, cloud, 'writer')
  await ending(id, 3, 0)
  expect(await sweep()).toEqual([])
  await ending(id, 0.5, 3)
  expect(await sweep()).toHaveLength(1)
  const endsAt = new Date(Date.now() + 5 * DAY).toISOString()
  const to = { cloudId, memberId: member.id, role: 'writer' } as const
  await as(owner).run(changeOnCloud, { ...to, endsAt })
  await ending(id, 5)
  expect(await sweep()).toHaveLength(1)
})

test('nobody is told who cannot use it: suspended, an owner anyway, not begun', async () => {
  const { owner, secondOwner, member, cloud, cloudOwner } = world
  const { id } = await bindToCloud(member, cloud, 'writer')
  await ending(id, 5)
  await as(owner).run(suspendMember, { memberId: member.id })
  const dormant = await bindToCloud(secondOwner, cloud, 'collaborator', { origin: 'auto_add' })
  await ending(dormant.id, 5)
  const planned = await bindToProject(cloudOwner, cloud.project, 'write', {
    startsAt: new Date(Date.now() + DAY),
    endsAt: new Date(Date.now() + 2 * DAY),
  })
  await ending(planned.id, 5)
  expect(await sweep()).toEqual([])
})

test('no mail goes to a service account: not of a role that ends, not of a key made with one of its keys', async () => {
  const { owner, cloud } = world
  const account = await makeAccount(owner)
  const { id } = await bindToCloud(account, cloud, 'writer')
  await ending(id, 5)
  const key = await makeAccountKey(account)
  await as(key)
    .run(createApiKey, { name: 'another' })
    .catch(() => {}) // whether it may is not asked here
  const to = { id: account.id, email: account.email, organizationId: world.id }
  const enqueue = () => Promise.reject(new Error('a mail to a service account'))
  const context = { now: new Date(), caller: owner.caller, enqueue }
  await noticeTo(context, to, { kind: 'key_made', name: 'ci', organizationName: 'Halden Robotics' })
  expect(await sweep()).toEqual([])
})
