import 'server-only'
import { eventsByDay, growthByDay } from '@/lib/platform/db/day-counts'
import { chartDays, fillDays, startOfDay, totalsOf } from '../overview-days'

const counted = ['member.joined', 'member.left', 'member.removed', 'session.started'] as const

/** The numbers of 90 days: who came, went and signed in off the log, how many there were off the memberships. */
export async function readCharts(db: object, people: number, now: Date) {
  const days = chartDays(now)
  const [from, to] = [days[0] as string, days.at(-1) as string]
  const [first, last] = [startOfDay(from), startOfDay(to)]
  const [events, growth] = await Promise.all([
    eventsByDay(db, counted, first, last),
    growthByDay(db, first, last),
  ])
  const of = (...names: (typeof counted)[number][]) =>
    fillDays(
      days,
      events.filter(({ kind }) => names.includes(kind)),
    )
  return {
    from,
    to,
    people: totalsOf(people, fillDays(days, growth)),
    joined: of('member.joined'),
    left: of('member.left', 'member.removed'),
    signIns: of('session.started'),
  }
}
