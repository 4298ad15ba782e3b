import 'server-only'
import type { z } from 'zod'
import type { EventName } from '@/lib/domain/events'
import type { AnyCommand, Happened, InputOf, OutputOf } from '@/lib/kernel/define'
import { keyFacts, keySubject, liveKeys } from '@/lib/modules/api-keys/api-key'
import { removeOfMember } from '@/lib/modules/bindings/commands/remove-of-member'
import { revokeOwnerInvitations } from '@/lib/modules/invitations/commands/revoke-owner-invitations'
import { ownerOffersOf } from '@/lib/modules/invitations/owner-offers'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'
import type { DemotionEnds, RemovalEnds, SuspensionEnds } from '../member-ends'

type Reading = { db: Pick<ReadDb, 'session' | 'apiKey' | 'invitation' | 'roleBinding'>; now: Date }
type Ending = {
  /** Written beside what ends. */
  because: 'removed' | 'left' | 'demoted' | 'suspended'
  db: Pick<WriteDb, 'session' | 'apiKey' | 'invitation' | 'membership' | 'roleBinding'>
  now: Date
  also<C extends AnyCommand>(command: C, input: InputOf<C>): Promise<OutputOf<C>>
}
type Whose = { id: string; name: string; email: string }
type Happening = Happened<'organization'> & { event: EventName }

/** How one kind of thing is read for those who decide, and how it ends: two halves that are never apart. */
type End<T> = {
  read(context: Reading, memberId: string): Promise<T>
  /** Gives an event for each that lived, unless a command of its own writes them. */
  end(context: Ending, member: Whose): Promise<Happening[]>
}

type Row = z.input<typeof RemovalEnds>
/** One for each thing that the schema names, none besides. */
type EndsOf<Schema> = { [K in keyof Schema]: End<Row[K & keyof Row]> }

const liveSessions = ({ now }: Reading, membershipId: string) => ({
  where: { membershipId, endedAt: null, expiresAt: { gt: now } },
})
const keysOf = ({ now }: Reading, membershipId: string) => ({
  where: { membershipId, ...liveKeys(now) },
  orderBy: { lastUsedAt: { sort: 'desc', nulls: 'last' } } as const,
})

const sessions: End<number> = {
  read: (context, memberId) => context.db.session.count(liveSessions(context, memberId)),
  async end(context, member) {
    const { db, now, because } = context
    const live = await db.session.findMany(liveSessions(context, member.id))
    await db.session.updateMany({
      where: { membershipId: member.id, endedAt: null },
      data: { endedAt: now, endedBecause: because },
    })
    return live.map(({ id }) => {
      const subject = { kind: 'session', id, label: member.name, of: member.id } as const
      return { event: 'session.ended', subject, after: { because } }
    })
  },
}
const keys: End<Row['keys']> = {
  read: (context, memberId) => context.db.apiKey.findMany(keysOf(context, memberId)),
  async end(context, member) {
    const { db, now, because } = context
    const live = await db.apiKey.findMany(keysOf(context, member.id))
    const where = { membershipId: member.id, revokedAt: null }
    await db.apiKey.updateMany({ where, data: { revokedAt: now } })
    return live.map((row) => ({
      event: 'api_key.revoked',
      subject: keySubject(row, member),
      before: keyFacts(row, member),
      after: { because },
    }))
  },
}
const invitations: End<Row['invitations']> = {
  read: ({ db, now }, memberId) =>
    db.invitation.findMany({
      where: ownerOffersOf(memberId, now),
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, email: true },
    }),
  async end({ also }, { id }) {
    await also(revokeOwnerInvitations, { memberId: id })
    return []
  },
}

const roles: End<Row['roles']> = {
  async read({ db }, membershipId) {
    const clouds = await db.roleBinding.count({ where: { membershipId, projectId: null } })
    const all = await db.roleBinding.count({ where: { membershipId } })
    return { clouds, projects: all - clouds }
  },
  async end({ also, because }, { id: memberId }) {
    await also(removeOfMember, { memberId, because: because === 'left' ? 'left' : 'removed' })
    return []
  },
}

/** All that ends when somebody leaves or is removed. A suspension keeps their roles, which count for nothing meanwhile. */
export const endsOfRemoval: EndsOf<RemovalEnds> = { sessions, keys, invitations, roles }
/** All that ends when somebody is suspended. */
export const endsOfSuspension: EndsOf<SuspensionEnds> = { sessions }
/** All that ends when somebody is no owner any more. */
export const endsOfDemotion: EndsOf<DemotionEnds> = { invitations }

type Ends = Record<string, End<unknown>>
type Found<E extends Ends> = { [K in keyof E]: E[K] extends End<infer T> ? T : never }

/** What would end. */
export async function readEnds<E extends Ends>(ends: E, context: Reading, memberId: string) {
  const found: Record<string, unknown> = {}
  for (const [name, { read }] of Object.entries(ends)) found[name] = await read(context, memberId)
  return found as Found<E>
}

/** The events of `applyEnds`, for `furtherEvents`. */
export const endingEvents = ['session.ended', 'api_key.revoked'] as const

/** Ends it. */
export async function applyEnds(ends: Ends, context: Ending, member: Whose): Promise<Happening[]> {
  const happened: Happening[] = []
  for (const { end } of Object.values(ends)) happened.push(...(await end(context, member)))
  return happened
}
