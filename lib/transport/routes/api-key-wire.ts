import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import type { listOwnApiKeys } from '@/lib/modules/api-keys/queries/list-own-api-keys'
import { time, wireTime } from '../api/wire'
import { wireEnd } from './key-wire'

export const exampleId = 'key_4u7kq0p2m6f1c8x3z9a5w0bnvd'

export const ApiKeyInfo = z
  .object({
    hex_hashed_id: z.string().describe('The id (key_…) that revoking takes. Not of the secret.'),
    display_id: z.string().describe('The last six characters of the key, behind dots.'),
    name: z.string(),
    created_by: z.string().describe('The user id (usr_…) of its holder.'),
    created_at: time,
    expires_at: time,
    revoked_at: time.nullable(),
    last_used_at: time.nullable().describe('Up to a minute late.'),
  })
  .meta({
    id: 'ApiKeyInfo',
    examples: [
      {
        hex_hashed_id: exampleId,
        display_id: '…k3Xw9Q',
        name: 'laptop',
        created_by: 'usr_764n07887310ju4o8gryavdvyw',
        created_at: '2026-11-24T08:02:06.510000+00:00',
        expires_at: '2026-12-24T08:02:06.510000+00:00',
        revoked_at: null,
        last_used_at: null,
      },
    ],
  })

type Row = OutputOf<typeof listOwnApiKeys>['rows'][number]
/** A key as the documented calls show it. */
export const keyInfo = (row: Row, owner: string): z.input<typeof ApiKeyInfo> => ({
  hex_hashed_id: row.id,
  display_id: `…${row.lastSix}`,
  name: row.name,
  created_by: owner,
  created_at: wireTime(row.createdAt),
  expires_at: wireEnd(row.expiresAt),
  revoked_at: row.revokedAt && wireTime(row.revokedAt),
  last_used_at: row.lastUsedAt && wireTime(row.lastUsedAt),
})

export const RevokeResult = z
  .object({
    success_count: z.int(),
    failed_count: z.int(),
    total_requested: z.int(),
    failed_keys: z.array(z.object({ api_key_id: z.string(), error: z.string() })),
  })
  .meta({ id: 'RevokeApiKeysResult' })

/** What became of each. */
export function revokeResult(
  ids: readonly string[],
  outcomes: readonly string[],
  unknown: string,
): z.input<typeof RevokeResult> {
  const failed = ids.filter((_, index) => outcomes[index] === 'unknown')
  return {
    success_count: ids.length - failed.length,
    failed_count: failed.length,
    total_requested: ids.length,
    failed_keys: failed.map((id) => ({ api_key_id: id, error: unknown })),
  }
}
