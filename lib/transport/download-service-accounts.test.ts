import { parse } from 'papaparse'
import { expect, test } from 'vitest'
import { original } from '@/lib/domain/csv'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { disableServiceAccount } from '@/lib/modules/service-accounts/commands/disable-service-account'
import { inSystem } from '@/lib/platform/db/doors'
import { as, makeOrganization, type TestMember } from '@/lib/testing/people'
import { bindToCloud, makeCloud } from '@/lib/testing/resources'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'
import type { Download } from './download'
import { serviceAccountsDownload } from './download-service-accounts'

type Caller = Parameters<Download['open']>[0]

async function rowsOf(by: TestMember, input: object = {}) {
  let text = ''
  for await (const piece of await serviceAccountsDownload.open(by.caller as Caller, input))
    text += piece
  return parse<Record<string, string>>(text.trim(), { header: true }).data
}

test('what the list shows, with its filters and its order', async () => {
  const { owner, secondOwner } = await makeOrganization()
  const cloud = await makeCloud(owner)
  const one = await makeAccount(owner, { name: 'alpha', description: 'Runs it' })
  const two = await makeAccount(secondOwner, { name: 'bravo' })
  await bindToCloud(one, cloud)
  const { id } = await makeAccountKey(one)
  const lastUsedAt = new Date('2026-11-20T08:00:00.000Z')
  await inSystem((db) => db.apiKey.updateMany({ where: { id }, data: { lastUsedAt } }))
  await as(owner).run(disableServiceAccount, { accountId: two.id })
  const rows = await rowsOf(owner)
  expect(rows).toMatchObject([
    {
      name: 'alpha',
      email: one.email,
      purpose: 'Runs it',
      state: 'enabled',
      cloud_roles: '1',
      project_roles: '0',
      live_keys: '1',
      next_expiry: expect.stringMatching(/^\d{4}-/),
      last_used: '2026-11-20T08:00:00.000Z',
      created_by: owner.email,
      user_id: one.userId,
      identity_id: one.id,
    },
    { name: 'bravo', state: 'disabled', live_keys: '0', next_expiry: '', last_used: '' },
  ])
  const names = async (input: object) => (await rowsOf(owner, input)).map(({ name }) => name)
  expect(await names({ descending: true })).toEqual(['bravo', 'alpha'])
  expect(await names({ creatorId: secondOwner.id })).toEqual(['bravo'])
  expect(await names({ access: cloud.id })).toEqual(['alpha'])
  await inSystem((db) =>
    db.membership.updateMany({ where: { id: secondOwner.id }, data: { role: 'collaborator' } }),
  )
  await as(owner).run(removeMember, { memberId: secondOwner.id })
  expect((await rowsOf(owner))[1]?.created_by).toBe('Removed user')
})

test('what would be a formula leaves as text; others get nothing', async () => {
  const { owner, collaborator, stranger } = await makeOrganization()
  const description = '=HYPERLINK("evil.example";"x")'
  await makeAccount(owner, { description })
  const [row] = await rowsOf(owner)
  expect(row?.purpose).not.toMatch(/^[\s"]*[=+\-@]/)
  expect(original(row?.purpose ?? '')).toBe(description)
  await expect(rowsOf(collaborator)).rejects.toThrow()
  expect(await rowsOf(stranger)).toEqual([])
})
