import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultInvitationLimits, judgeSends } from './invitation-limits'

const now = new Date('2026-11-24T12:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const pendingOf = (count: number, endsIn = (at: number) => 24 + at) =>
  Array.from({ length: count }, (_, at) => ({
    email: `p${at}@x.example`,
    expiresAt: hours(endsIn(at)),
  }))
const sentHoursAgo = (...ago: number[]) => ago.map((hour) => hours(-hour))
const many = (count: number, prefix = 'n') =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}@x.example`)

const pendingFragment = 'pending invitations'
const dailyFragment = 'invitations can be sent in the past 24 hours'

describe('judgeSends', () => {
  it('lets the first twenty of a new organization go, and not the twenty-first', () => {
    const verdicts = judgeSends({ pending: [], sentAt: [], sends: many(21), now })
    expect(verdicts.map(({ allowed }) => allowed)).toEqual([...Array(20).fill(true), false])
    expect(verdicts[20]).toMatchObject({ limit: 'pending', at: hours(7 * 24) })
  })

  it('refuses over the pending limit until the first one expires', () => {
    const [verdict] = judgeSends({ pending: pendingOf(20), sentAt: [], sends: many(1), now })
    expect(verdict).toEqual({
      email: 'n0@x.example',
      replaces: false,
      allowed: false,
      limit: 'pending',
      at: hours(24),
      reason:
        'There can be at most 20 pending invitations. This one can go tomorrow at 12:00 UTC, or as soon as one is accepted or revoked.',
    })
  })

  it('gives each of several that must wait its own place', () => {
    const verdicts = judgeSends({ pending: pendingOf(20), sentAt: [], sends: many(3), now })
    expect(verdicts.map((verdict) => !verdict.allowed && verdict.at)).toEqual([
      hours(24),
      hours(25),
      hours(26),
    ])
  })

  it('refuses over the daily limit until the earliest is a day old', () => {
    const sentAt = sentHoursAgo(...Array.from({ length: 20 }, (_, at) => 20 - at / 2))
    const [first, second] = judgeSends({ pending: [], sentAt, sends: many(2), now })
    expect(first).toMatchObject({
      limit: 'daily',
      at: hours(4),
      reason:
        'At most 20 invitations can be sent in the past 24 hours. This one can go today at 16:00 UTC.',
    })
    expect(second).toMatchObject({ limit: 'daily', at: hours(4.5) })
  })

  it('keeps the two fragments out of each other’s sentence', () => {
    const [full] = judgeSends({ pending: pendingOf(20), sentAt: [], sends: many(1), now })
    const sentAt = sentHoursAgo(...Array(20).fill(3))
    const [busy] = judgeSends({ pending: [], sentAt, sends: many(1), now })
    if (!full || full.allowed || !busy || busy.allowed) throw new Error('both are over a limit')
    expect([full.reason.includes(pendingFragment), full.reason.includes(dailyFragment)]).toEqual([
      true,
      false,
    ])
    expect([busy.reason.includes(pendingFragment), busy.reason.includes(dailyFragment)]).toEqual([
      false,
      true,
    ])
  })

  it('lets a replacement go when pending is full, but counts it as sent', () => {
    const sentAt = sentHoursAgo(...Array(19).fill(1))
    const [first, second] = judgeSends({
      pending: pendingOf(20),
      sentAt,
      sends: ['p3@x.example', 'p4@x.example'],
      now,
    })
    expect(first).toEqual({ email: 'p3@x.example', replaces: true, allowed: true })
    expect(second).toMatchObject({ replaces: true, limit: 'daily', at: hours(23) })
  })

  it('is not stopped by one that must wait before it', () => {
    const [waits, goes] = judgeSends({
      pending: pendingOf(20),
      sentAt: sentHoursAgo(...Array(19).fill(1)),
      sends: ['new@x.example', 'p4@x.example'],
      now,
    })
    expect([waits?.allowed, goes?.allowed]).toEqual([false, true])
  })

  it('ignores what ended: expired invitations, and sends a day ago to the second', () => {
    const pending = pendingOf(20, () => 0)
    const sentAt = sentHoursAgo(...Array(20).fill(24))
    expect(judgeSends({ pending, sentAt, sends: many(1), now })[0]?.allowed).toBe(true)
  })

  it('names the later limit and does not promise an earlier way when both are reached', () => {
    const sentAt = sentHoursAgo(...Array(20).fill(1))
    const [later] = judgeSends({ pending: pendingOf(20), sentAt, sends: many(1), now })
    expect(later).toMatchObject({ limit: 'pending', at: hours(24) })
    expect(later && !later.allowed && later.reason).not.toContain('as soon as')
    const [daily] = judgeSends({ pending: pendingOf(20, () => 2), sentAt, sends: many(1), now })
    expect(daily).toMatchObject({ limit: 'daily', at: hours(23) })
  })

  it('says no without a date when the installation allows none', () => {
    const limits = { ...defaultInvitationLimits, maxPending: 0 }
    const [verdict] = judgeSends({ limits, pending: [], sentAt: [], sends: many(1), now })
    expect(verdict).toMatchObject({
      at: null,
      reason: 'There can be at most 0 pending invitations.',
    })
  })

  it('never exceeds a limit, and keeps its word about the date', () => {
    const small = fc.integer({ min: 1, max: 4 })
    const hour = fc.integer({ min: 1, max: 200 })
    fc.assert(
      fc.property(
        small,
        small,
        fc.array(hour, { maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 5 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 6 }),
        (maxPending, maxPerDay, ends, ago, wanted) => {
          const limits = { maxPending, maxPerDay, lifetimeDays: 7 }
          const pending = pendingOf(ends.length, (at) => ends[at] ?? 1)
          const sentAt = sentHoursAgo(...ago)
          const sends = wanted.map((at) => `p${at}@x.example`)
          const verdicts = judgeSends({ limits, pending, sentAt, sends, now })
          const gone = verdicts.filter(({ allowed }) => allowed)
          const fresh = gone.filter(({ replaces }) => !replaces).length
          const recent = ago.filter((hour) => hour < 24).length
          expect(fresh).toBeLessThanOrEqual(Math.max(0, maxPending - ends.length))
          expect(gone.length).toBeLessThanOrEqual(Math.max(0, maxPerDay - recent))
          const first = verdicts[0]
          if (!first || first.allowed || !first.at) return
          const retry = { limits, pending, sentAt, sends: [first.email] }
          expect(judgeSends({ ...retry, now: first.at })[0]?.allowed).toBe(true)
          const before = new Date(first.at.getTime() - 1)
          expect(judgeSends({ ...retry, now: before })[0]?.allowed).toBe(false)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
