import 'server-only'
import { z } from 'zod'
import { idOf, moment } from '@/lib/domain/schemas'
import type { AnyCommand, InputOf, OutputOf } from '@/lib/kernel/define'
import { revokeOwnerInvitations } from '@/lib/modules/invitations/commands/revoke-owner-invitations'
import { ownerOffersOf } from '@/lib/modules/invitations/owner-offers'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'

type Reading = { db: Pick<ReadDb, 'session' | 'apiKey' | 'invitation'>; now: Date }
type Ending = {
  db: Pick<WriteDb, 'session' | 'apiKey' | 'invitation' | 'membership'>
  now: Date
  also<C extends AnyCommand>(command: C, input: InputOf<C>): Promise<OutputOf<C>>
}

/** How one kind of thing is read for those who decide, and how it ends: two halves that are never apart. */
type End<T> = {
  read(context: Reading, memberId: string): Promise<T>
  end(context: Ending, memberId: string): Promise<unknown>
}

const key = z.object({
  id: idOf('key'),
  name: z.string(),
  lastSix: z.string(),
  lastUsedAt: moment.nullable(),
})
const offer = z.object({ id: idOf('orginv'), email: z.string() })

const sessions: End<number> = {
  read: ({ db, now }, membershipId) =>
    db.session.count({ where: { membershipId, endedAt: null, expiresAt: { gt: now } } }),
  end: ({ db, now }, membershipId) =>
    db.session.updateMany({
      where: { membershipId, endedAt: null },
      data: { endedAt: now, endedBecause: 'removed' },
    }),
}
const keys: End<z.input<typeof key>[]> = {
  read: ({ db, now }, membershipId) =>
    db.apiKey.findMany({
      where: { membershipId, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { lastUsedAt: { sort: 'desc', nulls: 'last' } },
    }),
  end: ({ db, now }, membershipId) =>
    db.apiKey.updateMany({ where: { membershipId, revokedAt: null }, data: { revokedAt: now } }),
}
const invitations: End<z.input<typeof offer>[]> = {
  read: ({ db, now }, memberId) =>
    db.invitation.findMany({
      where: ownerOffersOf(memberId, now),
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, email: true },
    }),
  end: ({ also }, memberId) => also(revokeOwnerInvitations, { memberId }),
}

/** All that ends when somebody leaves or is removed. */
export const endsOfRemoval = { sessions, keys, invitations }
/** All that ends when somebody is no owner any more. */
export const endsOfDemotion = { invitations }

export const RemovalEnds = {
  sessions: z.int(),
  keys: z.array(key),
  invitations: z.array(offer),
} satisfies Record<keyof typeof endsOfRemoval, z.ZodType>
export const DemotionEnds = {
  invitations: z.array(offer),
} satisfies Record<keyof typeof endsOfDemotion, z.ZodType>

type Ends = Record<string, End<unknown>>
type Found<E extends Ends> = { [K in keyof E]: E[K] extends End<infer T> ? T : never }

/** What would end. */
export async function readEnds<E extends Ends>(ends: E, context: Reading, memberId: string) {
  const found: Record<string, unknown> = {}
  for (const [name, { read }] of Object.entries(ends)) found[name] = await read(context, memberId)
  return found as Found<E>
}

/** Ends it. */
export async function applyEnds(ends: Ends, context: Ending, memberId: string): Promise<void> {
  for (const { end } of Object.values(ends)) await end(context, memberId)
}
