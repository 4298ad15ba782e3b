import { type Permission, permissions } from '@/lib/domain/permissions'
import { keyFacts, keySubject, newApiKey } from '@/lib/modules/api-keys/api-key'
import { DAY_SECONDS, noKeyPolicy } from '@/lib/modules/api-keys/api-key-rules'
import { newSession } from '@/lib/modules/sessions/session'
import { MINUTE } from '../times'
import { actorOf, type History } from './history'
import { addressOf, browserOf } from './places'
import type { KeyRow } from './rows'

type Visit = { start: Date; seen: Date }

/** Somebody signs in, and is seen last at `seen`. */
export function signIn(history: History, email: string, { start, seen }: Visit): void {
  const member = history.member(email)
  const seat = {
    organizationId: member.organizationId,
    personId: member.personId,
    membershipId: member.id,
  }
  const origin = {
    requestId: '',
    address: addressOf(email),
    userAgent: browserOf(email, start),
  }
  const isFirst = !history.rows.sessions.some(({ membershipId }) => membershipId === member.id)
  const joining = member.source === 'founder' ? 'set_up' : 'invitation'
  const method = isFirst ? joining : 'password'
  const row = newSession(seat, { method, factor: null, authenticatedAt: start }, origin, start)
  if (seen < start || seen > row.expiresAt) throw new Error('Nobody is seen outside a session.')
  history.rows.sessions.push({ ...row, lastActiveAt: seen, endedAt: null, endedBecause: null })
  if (member.lastActiveAt < seen) member.lastActiveAt = seen
  const subject = { kind: 'session', id: row.id, label: member.name, of: member.id } as const
  const after = { method, factor: null, expiresAt: row.expiresAt }
  history.tell(start, actorOf(member), { event: 'session.started', subject, after })
}

/** Ends the session that began at `start`. */
export function signOut(history: History, email: string, start: Date, at: Date): void {
  const member = history.member(email)
  const session = history.rows.sessions.find(
    (row) => row.membershipId === member.id && row.createdAt.getTime() === start.getTime(),
  )
  if (!session) throw new Error(`${email} was not signed in.`)
  Object.assign(session, { endedAt: at, endedBecause: 'signed_out' })
  history.tell(at, actorOf(member), {
    event: 'session.ended',
    subject: { kind: 'session', id: session.id, label: member.name, of: member.id },
    after: { because: 'signed_out' },
  })
}

/** An owner signs somebody out of every browser. */
export function signOutMember(history: History, by: string, email: string, at: Date): void {
  const member = history.member(email)
  const live = liveSessions(history, member.id, at)
  if (live.length === 0) throw new Error(`${email} is not signed in.`)
  for (const session of live) Object.assign(session, { endedAt: at, endedBecause: 'owner' })
  history.tell(at, actorOf(history.owner(by)), {
    event: 'session.ended',
    subject: { kind: 'member', id: member.id, label: member.name },
    after: { because: 'owner', sessions: live.length },
  })
}

export const liveSessions = ({ rows }: History, membershipId: string, at: Date) =>
  rows.sessions.filter(
    (row) => row.membershipId === membershipId && !row.endedAt && row.expiresAt > at,
  )

type Making = { email: string; name: string; days?: number; usedAt?: Date | null }

/** Somebody makes a key. `usedAt` is when it will have been used last. */
export async function makeKey(history: History, making: Making, at: Date) {
  const { email, name, days = 30, usedAt = null } = making
  const member = history.member(email)
  const { key, row } = await newApiKey({
    membershipId: member.id,
    name,
    seconds: days * DAY_SECONDS,
    now: at,
  })
  const { organizationId } = member
  const apiKey: KeyRow = { ...row, organizationId, lastUsedAt: usedAt, revokedAt: null }
  const ends = row.expiresAt as Date
  if (days > noKeyPolicy.personKeyDays || (usedAt && (usedAt < at || usedAt > ends))) {
    throw new Error(`The key ${name} of ${email} could not have been made or used like this.`)
  }
  history.rows.apiKeys.push(apiKey)
  history.tell(at, actorOf(member), {
    event: 'api_key.created',
    subject: keySubject(row, member),
    after: keyFacts(row, member),
  })
  return { key, apiKey }
}

export function revokeKey(history: History, email: string, key: KeyRow, at: Date): void {
  key.revokedAt = at
  const member = history.member(email)
  history.tell(at, actorOf(member), {
    event: 'api_key.revoked',
    subject: keySubject(key, member),
    before: keyFacts(key, member),
    after: { because: 'revoked' },
  })
}

/** Somebody tried what their role does not permit. */
export function deny(history: History, email: string, permission: Permission, at: Date): void {
  const member = history.member(email)
  history.tell(at, actorOf(member), {
    event: 'access.denied',
    result: 'denied',
    subject: { kind: 'permission', id: permission, label: permissions[permission].label },
    foldKey: `${member.id}:${permission}:${Math.floor(at.getTime() / MINUTE)}`,
  })
}
