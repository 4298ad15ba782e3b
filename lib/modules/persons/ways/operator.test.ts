import { beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/domain/id'
import { resetPassword } from '@/lib/modules/sessions/commands/reset-password'
import { inSystem } from '@/lib/platform/db/doors'
import {
  makeMemberWithPassword,
  password,
  personOf,
  signsIn,
  someAddress,
  visitor,
} from '@/lib/testing/accounts'
import { testDatabase } from '@/lib/testing/database'
import { as, eventsOf, makeOrganization } from '@/lib/testing/people'
import { makeResetLinks } from '../commands/make-reset-links'

const fresh = 'copper meadow winter lantern'
beforeAll(testDatabase)

const operator = {
  caller: {
    kind: 'system' as const,
    label: 'operator',
    origin: { requestId: newId('req'), address: null, userAgent: null },
  },
}
const tokenOf = ({ link }: { link: string }) => new URL(link).searchParams.get('token') ?? ''

test('the operator makes a link for each account of an address; it changes that one alone and proves nothing', async () => {
  const email = someAddress()
  const [one, two] = [await makeOrganization('Halden'), await makeOrganization('Nordlys')]
  const first = await makeMemberWithPassword(one.id, 'owner', { email })
  const second = await makeMemberWithPassword(two.id, 'collaborator', { email })
  const links = await as(operator).run(makeResetLinks, { email: email.toUpperCase() })
  expect(links.map(({ proven, organizations }) => [proven, organizations])).toEqual([
    [false, ['Nordlys']],
    [false, ['Halden']],
  ])
  for (const { link } of links)
    expect(link).toMatch(/^http:\/\/localhost:3000\/reset-password\?token=/)
  const ofFirst = links.find(({ organizations }) => organizations[0] === 'Halden')
  await as(visitor()).run(resetPassword, { token: tokenOf(ofFirst as never), password: fresh })
  expect(await signsIn(email, fresh)).toBe(true)
  expect(await signsIn(email, password)).toBe(true) // that of the second
  for (const { personId } of [first, second]) {
    expect((await personOf(personId)).emailProvenAt).toBeNull()
  }
  const [event] = (await eventsOf(one.id)).filter((row) => row.event === 'member.reset_link_made')
  expect(event).toMatchObject({ actor: { kind: 'system', name: 'operator' }, subjectId: first.id })
  await expect(one).toHaveRecorded('member.password_changed')
  await expect(two).toHaveRecorded('member.password_changed', 0)
})

test('nobody of that address, or nobody any more: no link', async () => {
  expect(await as(operator).run(makeResetLinks, { email: someAddress() })).toEqual([])
  const { id } = await makeOrganization()
  const member = await makeMemberWithPassword(id)
  await inSystem((db) =>
    db.membership.updateMany({ where: { id: member.id }, data: { endedAt: new Date() } }),
  )
  expect(await as(operator).run(makeResetLinks, { email: member.email })).toEqual([])
})

test('without mail nobody else has a way: asking for a link says so', async () => {
  const { requestPasswordReset } = await import(
    '@/lib/modules/sessions/commands/request-password-reset'
  )
  await expect(as(visitor()).run(requestPasswordReset, { email: someAddress() })).toBeProblem(
    'mail_not_set_up',
  )
})
