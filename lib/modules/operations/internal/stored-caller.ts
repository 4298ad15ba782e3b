import 'server-only'
import { z } from 'zod'
import type { MemberCaller } from '@/lib/kernel/caller'
import { Problem } from '@/lib/kernel/problem'
import { liveKeys, StoredCeiling } from '@/lib/modules/api-keys/api-key'
import type { SystemDb } from '@/lib/platform/db/doors'

const via = {
  membershipId: z.string(),
  origin: z.object({
    requestId: z.string(),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
  }),
}
const Stored = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), sessionId: z.string(), personId: z.string(), ...via }),
  z.object({
    kind: z.literal('key'),
    keyId: z.string(),
    ceiling: StoredCeiling.optional(),
    token: z.literal(true).optional(),
    ...via,
  }),
])

/** Whoever started it, to be called on behalf of later. Ids only: no credential. */
export const storeCaller = ({ organizationId: _, ...caller }: MemberCaller) => Stored.parse(caller)

/** The same caller again, whose every event says of which operation it is a part. */
export function readCaller(stored: unknown, organizationId: string, operationId: string) {
  const caller = Stored.parse(stored)
  return {
    ...caller,
    organizationId,
    origin: { ...caller.origin, operationId },
  } satisfies MemberCaller
}

/** Signing out, or in again, in the browser that started it is no reason to stop; any other end is. */
const HARMLESS = ['signed_out', 'replaced']

/** Throws when the credential that started the work was taken away since. */
export async function requireLive(db: SystemDb, caller: MemberCaller, now: Date): Promise<void> {
  const { organizationId } = caller
  if (caller.kind === 'session') {
    const ends = [{ endedAt: null }, { endedBecause: { in: HARMLESS } }]
    const where = { organizationId, id: caller.sessionId, OR: ends }
    if (await db.session.findFirst({ where, select: { id: true } })) return
    throw new Problem('unauthenticated', 'The session that started this was ended.')
  }
  if (caller.token) {
    const where = { organizationId, id: caller.keyId, revokedAt: null, expiresAt: { gt: now } }
    if (await db.accessToken.findFirst({ where, select: { id: true } })) return
    throw new Problem('unauthenticated', 'The access token that started this has ended.')
  }
  const where = { organizationId, id: caller.keyId, ...liveKeys(now) }
  if (await db.apiKey.findFirst({ where, select: { id: true } })) return
  throw new Problem('unauthenticated', 'The API key that started this has ended.')
}
