import { expect, test } from 'vitest'
import { defaultInvitationLimits } from '@/lib/domain/invitation-limits'
import { permissions } from '@/lib/domain/permissions'
import { large } from './large'
import type { EventRow, Rows, SessionRow } from './story/rows'
import { tell, tellBasic, tellDemos } from './telling'
import { before, DAY } from './times'

const stories = [await tellBasic(), ...(await tellDemos()), await tell(large(0.02))]

test('no organization was ever over its limits on invitations', () => {
  const { maxPending, maxPerDay } = defaultInvitationLimits
  for (const { rows } of stories) {
    for (const { id } of rows.organizations) {
      const sent = rows.invitations
        .filter(({ organizationId }) => organizationId === id)
        .map((row) => ({
          from: row.createdAt,
          to: row.acceptedAt ?? row.revokedAt ?? row.expiresAt,
        }))
      for (const { from: at } of sent) {
        const earlier = sent.filter(({ from }) => from <= at)
        const inDay = earlier.filter(({ from }) => from > before(at, DAY))
        expect(inDay.length).toBeLessThanOrEqual(maxPerDay)
        expect(earlier.filter(({ to }) => to > at).length).toBeLessThanOrEqual(maxPending)
      }
    }
  }
})

test('every event is about something that existed, by somebody who was a member', () => {
  for (const { rows, now } of stories) {
    const began = beginnings(rows)
    const members = new Map(rows.memberships.map((member) => [String(member.id), member]))
    const wrong = rows.events.filter(({ at, subject, actor, organizationId }) => {
      const member = members.get(actor.id)
      const present =
        member?.organizationId === organizationId &&
        member.createdAt <= at &&
        (!member.endedAt || member.endedAt > at)
      return !present || at > now || !(Number(began.get(subject.id)) <= +at)
    })
    expect(wrong).toEqual([])
  }
})

/** When each thing that an event can be about began. */
function beginnings(rowsOf: Rows) {
  const { events: _, people: __, operationItems: ___, ...tables } = rowsOf
  const rows = Object.values(tables).flat() as { id: string; createdAt: Date }[]
  return new Map<string, number>([
    ...rows.map(({ id, createdAt }) => [id, +createdAt] as const),
    ...Object.keys(permissions).map((id) => [id, 0] as const),
  ])
}

test('only owners of that moment acted as owners', () => {
  const theirs = /^(invitation\.(sent|revoked)|member\.(role_changed|removed))$/
  for (const { rows } of stories) {
    const owners = new Set<string>()
    for (const { event, actor, subject, after } of inOrder(rows.events)) {
      const role = (after as { role?: string } | undefined)?.role
      if (theirs.test(event)) expect(owners, `${event} by ${actor.name}`).toContain(actor.id)
      if (event === 'member.removed') expect(owners).not.toContain(subject.id)
      if (event === 'member.joined' && role === 'owner') owners.add(subject.id)
      if (event !== 'member.role_changed') continue
      if (role === 'owner') owners.add(subject.id)
      else owners.delete(subject.id)
    }
    const present = rows.memberships.filter(({ role }) => role === 'owner').map(({ id }) => id)
    expect([...owners].sort()).toEqual(present.sort())
  }
})

type Span = { createdAt: Date; expiresAt: Date | null }
const lived = ({ createdAt, expiresAt }: Span, end: Date | null, at: Date) =>
  createdAt <= at && (!expiresAt || at <= expiresAt) && (!end || at <= end)

test('whoever did something was signed in, or used a key that lived', () => {
  const apart = /^(organization\.created|member\.joined|invitation\.accepted)$/
  for (const { rows } of stories) {
    const sessions = new Map<string, SessionRow[]>()
    for (const session of rows.sessions) {
      const { membershipId } = session
      sessions.set(membershipId, [...(sessions.get(membershipId) ?? []), session])
    }
    const wrong = rows.events.filter(({ at, event, actor }) => {
      if (apart.test(event)) return false
      if (actor.key) {
        return !rows.apiKeys.some((key) => key.id === actor.key && lived(key, key.revokedAt, at))
      }
      const theirs = sessions.get(actor.id) ?? []
      return !theirs.some((session) => lived(session, session.endedAt, at))
    })
    expect(wrong).toEqual([])
  }
})

test('every row is told by an event, at its moment', () => {
  for (const { rows } of stories) {
    const told = new Set(
      rows.events.map(({ event, subject, at }) => `${event} ${subject.id} ${+at}`),
    )
    const happened = (event: string, id: string, at: Date | null) =>
      at ? [`${event} ${id} ${+at}`] : []
    const expected = [
      ...rows.organizations.map(({ id, createdAt }) =>
        happened('organization.created', id, createdAt),
      ),
      ...rows.memberships.map(({ id, createdAt }) => happened('member.joined', id, createdAt)),
      ...rows.memberships.map(({ id, endedAt }) => happened('member.removed', id, endedAt)),
      ...rows.accounts.map(({ id, createdAt }) =>
        happened('service_account.created', id, createdAt),
      ),
      ...rows.accounts.map(({ id, suspendedAt }) =>
        happened('service_account.disabled', id, suspendedAt),
      ),
      ...rows.invitations.map(({ id, createdAt }) => happened('invitation.sent', id, createdAt)),
      ...rows.invitations.map(({ id, acceptedAt }) =>
        happened('invitation.accepted', id, acceptedAt),
      ),
      ...rows.invitations.map(({ id, revokedAt }) => happened('invitation.revoked', id, revokedAt)),
      ...rows.sessions.map(({ id, createdAt }) => happened('session.started', id, createdAt)),
      ...rows.sessions
        .filter(({ endedBecause }) => endedBecause === 'signed_out')
        .map(({ id, endedAt }) => happened('session.ended', id, endedAt)),
      ...rows.apiKeys.map(({ id, createdAt }) => happened('api_key.created', id, createdAt)),
    ].flat()
    expect(expected.filter((line) => !told.has(line))).toEqual([])
  }
})

test('nobody was active before joining, after leaving, or in the time to come', () => {
  for (const { rows, now } of stories) {
    const within = (at: Date, from: Date, ...ends: (Date | null)[]) =>
      [...ends, now].every((end) => !end || at <= end) && at >= from
    const wrong = [
      ...rows.memberships.filter(
        ({ createdAt, lastActiveAt, endedAt }) =>
          lastActiveAt.getTime() > 0 && !within(lastActiveAt, createdAt, endedAt),
      ),
      ...rows.sessions.filter(
        ({ createdAt, lastActiveAt, endedAt, expiresAt }) =>
          !within(lastActiveAt, createdAt, endedAt, expiresAt),
      ),
      ...rows.apiKeys.filter(
        ({ createdAt, lastUsedAt, revokedAt, expiresAt }) =>
          !within(lastUsedAt ?? createdAt, createdAt, revokedAt, expiresAt),
      ),
    ]
    expect(wrong).toEqual([])
  }
})

const inOrder = (events: EventRow[]) => [...events].sort((a, b) => +a.at - +b.at)
