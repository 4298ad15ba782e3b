import { momentWords } from './since'

/** Per organization (anyscale-iam.md §2); the installation may set others. */
export type InvitationLimits = { maxPending: number; maxPerDay: number; lifetimeDays: number }
export const defaultInvitationLimits: InvitationLimits = {
  maxPending: 20,
  maxPerDay: 20,
  lifetimeDays: 7,
}

export type SendVerdict = { email: string; replaces: boolean } & (
  | { allowed: true }
  /** `at` is when a place comes free; null when the limit is zero. */
  | { allowed: false; limit: 'pending' | 'daily'; reason: string; at: Date | null }
)

type Question = {
  limits?: InvitationLimits
  /** Invitations still open; ended ones are ignored. Addresses as `parseEmail` gives them. */
  pending: readonly { email: string; expiresAt: Date }[]
  /** When each invitation of the last 24 hours was sent, whatever became of it. */
  sentAt: readonly Date[]
  /** The addresses to invite, in order; each takes its place before the next is judged. */
  sends: readonly string[]
  now: Date
}

const day = 24 * 60 * 60 * 1000

/**
 * Says for each send whether it may go now, or why not and when. A replacement adds nothing to what is pending but counts as
 * sent. The fragments "pending invitations" and "invitations can be sent in the past 24 hours" are read by the Terraform
 * provider (anyscale-terraform.md §5); neither sentence holds the other's.
 */
export function judgeSends({ limits, pending, sentAt, sends, now }: Question): SendVerdict[] {
  const { maxPending, maxPerDay, lifetimeDays } = limits ?? defaultInvitationLimits
  const present = now.getTime()
  const ends = new Map<string, number>()
  for (const { email, expiresAt } of pending) {
    if (expiresAt.getTime() > present) ends.set(email, expiresAt.getTime())
  }
  const life = lifetimeDays * day
  const open = new Times(ends.values())
  const sent = new Times(sentAt.map((at) => at.getTime()).filter((time) => time > present - day))
  // With those that must wait, who take later places, so that the next is not promised the same one.
  const openLater = new Times(ends.values())
  const sentLater = new Times(sent.all)
  const free = (opened: Times, recent: Times, replacing: boolean) => ({
    pending: replacing ? present : Math.max(present, freeFrom(opened, maxPending)),
    daily: Math.max(present, freeFrom(recent, maxPerDay) + day),
  })

  return sends.map((email) => {
    const earlier = ends.get(email)
    const replaces = earlier !== undefined
    const today = free(open, sent, replaces)
    if (today.pending === present && today.daily === present) {
      for (const times of [sent, sentLater]) times.add(present)
      for (const times of [open, openLater]) {
        if (replaces) times.remove(earlier)
        times.add(present + life)
      }
      ends.set(email, present + life)
      return { email, replaces, allowed: true }
    }
    // By the time it can go, the one it would have replaced may have expired.
    const stillReplaces = replaces && free(openLater, sentLater, true).daily < earlier
    const later = free(openLater, sentLater, stillReplaces)
    const time = Math.max(later.pending, later.daily)
    sentLater.add(time)
    openLater.add(time + life)
    const at = Number.isFinite(time) ? new Date(time) : null
    const pendingFull = today.pending > present
    if (pendingFull && (later.pending >= later.daily || today.daily === present)) {
      const reason = pendingSentence(maxPending, at, now, today.daily === present)
      return { email, replaces, allowed: false, limit: 'pending', reason, at }
    }
    const reason = dailySentence(maxPerDay, at, now)
    return { email, replaces, allowed: false, limit: 'daily', reason, at }
  })
}

/** Kept in order: a file of five thousand addresses asks as often. */
class Times {
  readonly all: number[]
  constructor(times: Iterable<number>) {
    this.all = [...times].sort((a, b) => a - b)
  }
  add(time: number) {
    this.all.splice(this.placeOf(time), 0, time)
  }
  remove(time: number) {
    this.all.splice(this.placeOf(time), 1)
  }
  /** Where it stands, or would stand. */
  private placeOf(time: number) {
    let [from, to] = [0, this.all.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.all[middle] as number) < time) from = middle + 1
      else to = middle
    }
    return from
  }
}

/** The moment from which fewer than `places` of these lie ahead. */
const freeFrom = ({ all }: Times, places: number): number =>
  places < 1
    ? Number.POSITIVE_INFINITY
    : (all[all.length - Math.floor(places)] ?? Number.NEGATIVE_INFINITY)

function pendingSentence(max: number, at: Date | null, now: Date, soonerIfOneEnds: boolean) {
  const rule = `There can be at most ${max} pending invitations.`
  if (!at) return rule
  const sooner = soonerIfOneEnds ? ', or as soon as one is accepted or revoked' : ''
  return `${rule} This one can go ${momentWords(at, now)}${sooner}.`
}

function dailySentence(max: number, at: Date | null, now: Date) {
  const rule = `At most ${max} invitations can be sent in the past 24 hours.`
  return at ? `${rule} This one can go ${momentWords(at, now)}.` : rule
}
