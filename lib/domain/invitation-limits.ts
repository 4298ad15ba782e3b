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
  const sent = sentAt.map((date) => date.getTime()).filter((time) => time > present - day)
  // Those that must wait take later places, so that the next is not promised the same one.
  const waiting: number[] = []

  return sends.map((email) => {
    const replaces = ends.has(email)
    const free = (open: number[], recent: number[], replacing: boolean) => ({
      pending: replacing ? present : Math.max(present, freeFrom(open, maxPending)),
      daily: Math.max(present, freeFrom(recent, maxPerDay) + day),
    })
    const today = free([...ends.values()], sent, replaces)
    if (today.pending === present && today.daily === present) {
      sent.push(present)
      ends.set(email, present + lifetimeDays * day)
      return { email, replaces, allowed: true }
    }
    const recent = [...sent, ...waiting]
    const open = [...ends.values(), ...waiting.map((time) => time + lifetimeDays * day)]
    // By the time it can go, the one it would have replaced may have expired.
    const stillReplaces = replaces && free(open, recent, true).daily < (ends.get(email) ?? 0)
    const later = free(open, recent, stillReplaces)
    const time = Math.max(later.pending, later.daily)
    waiting.push(time)
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

/** The moment from which fewer than `places` of these lie ahead. */
function freeFrom(times: number[], places: number): number {
  if (places < 1) return Number.POSITIVE_INFINITY
  const latestFirst = [...times].sort((a, b) => b - a)
  return latestFirst[Math.floor(places) - 1] ?? Number.NEGATIVE_INFINITY
}

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
