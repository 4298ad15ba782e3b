import { beforeAll, expect, test } from 'vitest'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { revokeApiKey } from '@/lib/modules/api-keys/commands/revoke-api-key'
import { acceptAsNew } from '@/lib/modules/invitations/commands/accept-as-new'
import { revokeInvitation } from '@/lib/modules/invitations/commands/revoke-invitation'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { createMembers } from '@/lib/modules/members/commands/create-members'
import { removeMembers } from '@/lib/modules/operations/commands/remove-members'
import { runOperation } from '@/lib/modules/operations/commands/run-operation'
import { invite, password, signIn, someAddress, visitor } from '@/lib/testing/accounts'
import { as, eventsOf, makeOrganization } from '@/lib/testing/people'
import { large } from './large'
import type { Rows } from './story/rows'
import { tell } from './telling'

let rows: Rows
let done: Awaited<ReturnType<typeof eventsOf>>

beforeAll(async () => {
  rows = (await tell(large(0.02))).rows
  done = await act()
}, 180_000)

/** The same things, done by the commands. */
async function act() {
  const { id, owner } = await makeOrganization()
  const people = [someAddress(), someAddress()].map((email, n) => ({
    email,
    name: `New Comer ${n}`,
    password,
  }))
  const { members } = await as(owner).run(createMembers, { people })
  const [one, other] = members.map(({ id: memberId }) => memberId)
  const session = await signIn(people[0]?.email as string)
  const { apiKey } = await as(session).run(createApiKey, { name: 'laptop' })
  await as(session).run(revokeApiKey, { keyId: apiKey.id })
  await expect(as(session).run(changeRole, { memberId: owner.id, role: 'owner' })).toBeProblem(
    'forbidden',
  )
  await as(owner).run(changeRole, { memberId: one as string, role: 'owner' })
  const { results } = await as(owner).run(sendInvitations, { addresses: [someAddress()] })
  await as(owner).run(revokeInvitation, { invitationId: results[0]?.id as string })
  const token = await invite(owner, someAddress(), { delivery: 'mail' })
  await as(visitor()).run(acceptAsNew, { token, name: 'Lena Vogt', password })
  const selection = { ids: [other as string] }
  const operation = await as(owner).run(removeMembers, { selection })
  await runOperation({}, { organizationId: id, subjectId: operation.id }, 60_000)
  return eventsOf(id)
}

type Event = Record<string, unknown>
const keys = (value: unknown): string =>
  value && typeof value === 'object' ? Object.keys(value).sort().join(' ') : '-'

/** Which columns an event has, and which facts stand in its JSON. A member who never had a session acts without one. */
const shapeOf = (row: Event) => ({
  columns: Object.keys(row)
    .filter((column) => row[column] !== null && row[column] !== undefined && column !== 'viaId')
    .sort()
    .join(' '),
  actor: keys(row.actor).replace(' session', ''),
  subject: keys(row.subject),
  before: keys(row.before),
  after: keys(row.after),
})

test('every event has the shape that the command gives it', () => {
  const made = new Map(done.map((row) => [nameOf(row), shapeOf(row)]))
  const told = new Map(rows.events.map((row) => [nameOf(row), shapeOf(row as never)]))
  const both = [...told.keys()].filter((name) => made.has(name))
  expect(both.length).toBeGreaterThanOrEqual(9)
  expect(Object.fromEntries(both.map((name) => [name, told.get(name)]))).toEqual(
    Object.fromEntries(both.map((name) => [name, made.get(name)])),
  )
})

const nameOf = (row: { event: string; after?: unknown }) =>
  `${row.event} ${keys(row.after).includes('invitation') ? 'by invitation' : ''}`

test('two in a hundred are owners; the sizes are those that were asked for', () => {
  const sizes = rows.organizations.map(({ id }) => {
    const open = rows.memberships.filter((row) => row.organizationId === id && !row.endedAt)
    return [open.length, open.filter(({ role }) => role === 'owner').length]
  })
  expect(sizes).toEqual([[2_000, 40], ...Array.from({ length: 5 }, () => [50, 1])])
})

test('the same moment tells the same people, but for ids and secrets', async () => {
  const seen = ({ memberships }: Rows) =>
    memberships.map(({ email, name, createdAt, lastActiveAt }) => [
      email,
      name,
      createdAt,
      lastActiveAt,
    ])
  expect(seen((await tell(large(0.02))).rows)).toEqual(seen(rows))
})
