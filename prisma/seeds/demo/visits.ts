import { dice } from '../dice'
import { before, DAY, HOUR, inOffice, later } from '../times'

/** From joining to being seen last. */
export type Stay = { email: string; joined: Date; seen: Date; often: boolean }
export type Visit = { start: Date; seen: Date; signsOut: boolean }

/**
 * When somebody signed in, first right after joining. Whoever comes often is always signed in: a session lives 14
 * days, and an office moves a moment by less than three.
 */
export function visits({ email, joined, seen, often }: Stay): Visit[] {
  const chance = dice('visits', email, often ? 'often' : 'seldom')
  const apart = () => (often ? chance.between(6, 10.5) : chance.between(9, 24)) * DAY
  const first = new Date(joined.getTime() + 9_000)
  const starts: Date[] = []
  let start = inOffice(before(seen, chance.between(0.2 * HOUR, 5 * DAY)))
  while (start.getTime() > joined.getTime() + 6 * HOUR) {
    starts.unshift(start)
    start = inOffice(before(start, apart()))
  }
  starts.unshift(first)
  return starts.map((start, at) => {
    const next = starts[at + 1]
    if (!next) return { start, seen: later(seen, start), signsOut: false }
    const longest = Math.min(next.getTime() - start.getTime(), 13 * DAY)
    const lasted = chance.between(0.2, 0.95) * longest
    const signsOut = !often && chance.chance(0.2)
    return { start, seen: new Date(start.getTime() + lasted), signsOut }
  })
}
