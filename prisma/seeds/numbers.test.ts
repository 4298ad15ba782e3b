import { expect, test } from 'vitest'
import { parseEmail } from '@/lib/domain/email'
import { parseName } from '@/lib/domain/person-name'
import { stateOf } from '@/lib/modules/invitations/invitation'
import { demo } from './demo'
import type { Rows } from './story/rows'
import { tell, tellDemos } from './telling'
import { DAY, HOUR } from './times'

const demos = await tellDemos()

function grouped<T>(list: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) groups.set(by(item), [...(groups.get(by(item)) ?? []), item])
  return groups
}

test('the demo has the numbers it promises, whenever it is told', () => {
  for (const { rows, now } of demos) {
    const [halden, nordlys] = rows.organizations
    const members = rows.memberships.filter((row) => row.organizationId === halden?.id)
    const open = members.filter(({ endedAt }) => !endedAt)
    const owners = open.filter(({ role }) => role === 'owner')
    expect([open.length, owners.length, members.length - open.length]).toEqual([120, 6, 9])
    expect(open.filter(({ createdAt }) => +now - +createdAt < 92 * DAY).length).toBeGreaterThan(80)

    const invitations = rows.invitations.filter((row) => row.organizationId === halden?.id)
    const states = grouped(invitations, (row) => stateOf(row, now))
    const [pending = [], revoked = []] = [states.get('pending'), states.get('revoked')]
    expect(pending).toHaveLength(11)
    expect(states.get('expired')).toHaveLength(14)
    const reasons = revoked.map(({ revokedBecause }) => revokedBecause)
    expect(reasons.sort()).toEqual(['inviter', 'replaced', 'revoked'])
    const added = members.filter(({ source }) => source === 'owner')
    expect(added.filter(({ lastActiveAt }) => +lastActiveAt === 0)).toHaveLength(3)
    expect(states.get('accepted')).toHaveLength(members.length - 4) // all but the founder and these
    const log = grouped(rows.events, ({ event }) => event)
    for (const event of ['access.denied', 'member.role_changed', 'operation.started']) {
      expect(log.get(event)?.length, event).toBeGreaterThan(0)
    }
    const [operation] = rows.operations
    const parts = rows.events.filter(({ operationId }) => operationId === operation?.id)
    const removed = parts.filter(({ event }) => event === 'member.removed')
    expect(removed).toHaveLength(rows.operationItems.length)
    expect(rows.events.filter(({ actor, userAgent }) => !userAgent || !actor.email)).toEqual([])
    const ends = pending.map(({ expiresAt }) => +expiresAt - +now)
    expect(Math.min(...ends)).toBeGreaterThan(HOUR)
    expect(Math.max(...ends)).toBeLessThan(7 * DAY)
    expect(invitations.filter(({ deliveryError }) => deliveryError)).toHaveLength(1)
    const others = rows.memberships.filter((row) => row.organizationId === nordlys?.id)
    expect(others).toHaveLength(8)
  }
})

test('service accounts have keys in every state, and were made by owners, one of whom has left', () => {
  for (const { rows, now } of demos) {
    expect(rows.accounts).toHaveLength(14)
    const ends = (days: number) => (key: Rows['apiKeys'][number]) =>
      key.expiresAt !== null && +key.expiresAt > +now && +key.expiresAt - +now <= days * DAY
    const keys = rows.accounts.map(({ id }) =>
      rows.apiKeys.filter(({ membershipId }) => membershipId === id),
    )
    expect(keys.filter(({ length }) => length === 0)).toHaveLength(1)
    expect(keys.filter((own) => own.some(ends(14)))).toHaveLength(2)
    expect(keys.filter((own) => own.some(({ expiresAt }) => expiresAt === null))).toHaveLength(2)
    const over = keys.filter((own) => own.some(({ expiresAt: at }) => at && at < now))
    expect(over).toHaveLength(1)
    const unused = keys.filter((own) =>
      own.some(({ lastUsedAt: at }) => at && +now - +at > 90 * DAY),
    )
    expect(unused).toHaveLength(1)
    expect(rows.accounts.filter(({ suspendedAt }) => suspendedAt)).toHaveLength(1)
    const gone = new Set<string>(rows.memberships.filter((row) => row.endedAt).map(({ id }) => id))
    const orphans = rows.accounts.filter(({ createdById }) => gone.has(createdById))
    expect(orphans.map(({ name }) => name)).toEqual(['legacy-ingest'])
    for (const { id } of rows.accounts)
      expect(rows.roleBindings.filter((row) => row.membershipId === id).length).toBeGreaterThan(0)
    const uses = grouped(rows.keyUses, ({ keyId }) => keyId)
    for (const [keyId, days] of uses) {
      const key = rows.apiKeys.find(({ id }) => id === keyId)
      expect(new Set(days.map(({ day }) => +day)).size).toBeLessThanOrEqual(30)
      for (const { day } of days) expect(+day).toBeLessThanOrEqual(+(key?.lastUsedAt ?? 0))
    }
  }
})

test('one proven person is in both organizations, and somebody came back as somebody new', () => {
  for (const { rows } of demos) {
    const several = [...grouped(rows.memberships, ({ personId }) => personId).values()]
      .filter((list) => list.length > 1)
      .sort((a, b) => (`${a[0]?.name}` < `${b[0]?.name}` ? 1 : -1))
    expect(several.map((list) => list[0]?.name)).toEqual(['Tom Li', 'Mirela Dobrescu'])
    const [tom = [], mirela = []] = several
    expect(new Set(tom.map(({ organizationId }) => organizationId)).size).toBe(2)
    const person = rows.people.find(({ id }) => id === tom[0]?.personId)
    expect(person?.emailProvenAt).toBeInstanceOf(Date)
    expect(mirela.map(({ endedAt }) => endedAt !== null)).toEqual([true, false])
    expect(new Set(mirela.map(({ userId }) => userId)).size).toBe(2)
  }
})

test('a mailed invitation proved the address, a link did not', () => {
  for (const { rows } of demos) {
    const members = new Map(rows.memberships.map((member) => [String(member.id), member]))
    const people = new Map(rows.people.map((person) => [String(person.id), person]))
    const accepted = rows.invitations.filter(({ acceptedById }) => acceptedById)
    expect(new Set(accepted.map(({ delivery }) => delivery)).size).toBe(2)
    const wrong = accepted.filter(({ acceptedById, delivery }) => {
      const person = people.get(members.get(acceptedById ?? '')?.personId ?? '')
      return (person?.emailProvenAt !== null) !== (delivery === 'mail')
    })
    expect(wrong).toEqual([])
  }
})

test('names and addresses are in the form in which the program stores them', () => {
  const rows = demos[0]?.rows as Rows
  for (const { name, email } of rows.memberships) {
    expect(parseName(name)).toEqual({ ok: true, name })
    expect(parseEmail(email)).toEqual({ ok: true, email })
  }
  for (const { email } of rows.invitations) expect(parseEmail(email)).toEqual({ ok: true, email })
  const scripts = ['Cyrl', 'Grek', 'Arab', 'Hebr', 'Han', 'Hang', 'Thai', 'Deva']
  for (const script of scripts) {
    const written = new RegExp(`\\p{sc=${script}}`, 'u')
    expect(
      rows.memberships.some(({ name }) => written.test(name)),
      script,
    ).toBe(true)
  }
})

test('the same moment tells the same story, but for ids and secrets', async () => {
  const again = await tell(demo)
  const seen = ({ rows }: Awaited<ReturnType<typeof tell>>) => [
    rows.memberships.map(({ email, createdAt, lastActiveAt }) => [email, createdAt, lastActiveAt]),
    rows.events.map(({ event, at, subject }) => [event, at, subject.label]),
  ]
  expect(seen(again)).toEqual(seen(demos[0] as typeof again))
})
