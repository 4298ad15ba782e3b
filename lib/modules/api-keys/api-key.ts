import { z } from 'zod'
import { mintApiKey } from '@/lib/domain/api-key'
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
    expiresAt: moment,
    lastUsedAt: moment.nullable(),
    revokedAt: moment.nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.output<typeof ApiKey>

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
