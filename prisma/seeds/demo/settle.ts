import type { OrganizationRole } from '@/lib/domain/roles'
import type { Delivery } from '@/lib/modules/invitations/invitation'
import { type Dice, dice } from '../dice'
import { signIn, signOut } from '../story/credentials'
import type { History } from '../story/history'
import { accept, invite } from '../story/invitations'
import type { Timeline } from '../story/timeline'
import { before, DAY, HOUR, inOffice, later } from '../times'
import type { Newcomer } from './roster'
import { type Stay, visits } from './visits'

export type Place = { history: History; timeline: Timeline; now: Date; inviter: Inviter }
/** Who invites this address: an owner of that moment. */
export type Inviter = (email: string) => string

type Joining = {
  who: Newcomer
  role?: OrganizationRole
  delivery?: Delivery
  often?: boolean
  /** When the person left. */
  left?: Date
}

/** Somebody is invited, joins, and comes by now and then. */
export function settle(place: Place, { who, role, delivery, often = false, left }: Joining): void {
  const { history, timeline, now, inviter } = place
  const { email } = who
  const chance = dice('settle', history.organization.name, email, left ? 'left' : '')
  const joined = inOffice(before(now, daysSince(who, chance) * DAY))
  const sent = inOffice(before(joined, chance.between(0.5 * HOUR, 60 * HOUR)))
  const by = chance.chance(0.3) ? 'link' : 'mail'
  timeline.at(sent, (at) =>
    invite(history, { by: inviter(email), email, role, delivery: delivery ?? by }, at),
  )
  timeline.at(joined, (at) => accept(history, who, at))
  const seen = left
    ? before(left, chance.between(0.1, 0.9) * DAY)
    : lastSeen(who, joined, now, chance)
  visit(place, { email, joined, seen: later(seen, joined), often })
}

/** Signs in and out as planned. */
export function visit({ history, timeline }: Pick<Place, 'history' | 'timeline'>, stay: Stay) {
  const { email } = stay
  for (const { start, seen, signsOut } of visits(stay)) {
    timeline.at(start, () => signIn(history, email, { start, seen }))
    if (signsOut) timeline.at(seen, (at) => signOut(history, email, start, at))
  }
}

// Most in the last three months, evenly; and a group that started together.
function daysSince({ joined }: Newcomer, chance: Dice): number {
  if (joined !== undefined) return joined + chance.between(0, 0.3)
  return chance.chance(0.1) ? 33 + chance.between(0, 0.3) : chance.between(2, 91)
}

function lastSeen({ seen }: Newcomer, joined: Date, now: Date, chance: Dice): Date {
  if (seen !== undefined) return before(now, seen * DAY)
  const share = chance.between(0, 1)
  if (share < 0.3) return before(now, chance.between(0.3 * HOUR, DAY))
  const age = (now.getTime() - joined.getTime()) / DAY
  const ago = Math.min(age, daysAgo(share, chance))
  const moment = inOffice(before(now, ago * DAY))
  return moment > joined ? moment : new Date(joined.getTime() + chance.between(0.1, 2) * HOUR)
}

function daysAgo(share: number, chance: Dice): number {
  if (share < 0.7) return chance.between(1, 7)
  if (share < 0.88) return chance.between(8, 30)
  return share < 0.96 ? chance.between(31, 90) : chance.between(91, 200)
}
