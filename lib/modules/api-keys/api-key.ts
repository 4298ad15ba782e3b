import { z } from 'zod'
import { mintApiKey } from '@/lib/domain/api-key'
import type { Subject } from '@/lib/domain/events'
import { newId } from '@/lib/domain/id'
import { idOf, moment } from '@/lib/domain/schemas'
import { hashToken } from '@/lib/domain/tokens'

/** A key as a list shows it; never its secret. */
export const ApiKey = z
  .object({
    id: idOf('key'),
    name: z.string(),
    lastSix: z.string(),
    createdAt: moment,
    /** Null: it does not end. */
    expiresAt: moment.nullable(),
    lastUsedAt: moment.nullable(),
    revokedAt: moment.nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.output<typeof ApiKey>

/** Which rows are of keys that still open the door. */
export const liveKeys = (now: Date) => ({
  revokedAt: null,
  OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
})

type Owner = { id: string; email: string }
type Named = { id: string; name: string }

/** A key as the subject of an event. */
export const keySubject = ({ id, name }: Named, owner: Owner): Subject => ({
  kind: 'api_key',
  id,
  label: name,
  of: owner.id,
})

type Facts = { name: string; lastSix: string; expiresAt: Date | null }

/** What an event says of a key; never more of it than its last six characters. */
export const keyFacts = ({ name, lastSix, expiresAt }: Facts, owner: Owner) => ({
  name,
  lastSix,
  owner: owner.email,
  expiresAt,
})

type NewApiKey = { membershipId: string; name: string; seconds: number; now: Date }

/** The row of a new key, and the key itself, which is stored nowhere. */
export async function newApiKey({ membershipId, name, seconds, now }: NewApiKey) {
  const { key, publicId, lastSix } = mintApiKey('pat')
  const row = {
    id: newId('key'),
    membershipId,
    name,
    publicId,
    secretHash: await hashToken(key),
    lastSix,
    createdAt: now,
    expiresAt: new Date(now.getTime() + seconds * 1_000),
  }
  return { key, row }
}
