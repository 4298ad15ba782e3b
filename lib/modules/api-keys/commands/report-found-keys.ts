import 'server-only'
import { z } from 'zod'
import { parseApiKey } from '@/lib/domain/api-key'
import { hashToken } from '@/lib/domain/tokens'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { foundKeys } from '@/lib/platform/db/found-keys'
import { keyFacts, keySubject } from '../api-key'
import { MOST_AT_ONCE } from '../api-key-rules'
import { tellOfFound } from '../internal/tell-of-found'

/**
 * Whoever finds whole keys where they should not be, such as a scanner of public code, ends them by that. The answer is the same
 * for every text: only a key that is whole is looked up, and whoever has it could have used it.
 */
export const reportFoundKeys = defineCommand({
  name: 'api_key.report_found',
  summary: 'Report API keys that were found; those that are live are revoked',
  scope: 'public',
  event: 'api_key.revoked',
  rateLimit: { limit: 'found_keys' },
  input: z.object({
    keys: z
      .array(z.string().max(1_000))
      .min(1, 'Report at least one key.')
      .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} keys at once.`),
  }),
  output: z.object({}),
  async run({ db, now, enqueue }, { keys }) {
    const whole = [...new Set(keys.map((key) => key.trim()))].flatMap((key) => {
      const parts = parseApiKey(key)
      return parts ? [{ key, publicId: parts.publicId }] : []
    })
    if (whole.length === 0) return unchanged<Record<string, never>, 'public'>({})
    const asked = whole.map(async ({ key, publicId }) => ({
      publicId,
      secretHash: await hashToken(key),
    }))
    const ended = []
    for (const found of await foundKeys(db, await Promise.all(asked))) {
      const { organizationId, id } = found
      // Two reports at once: only the one whose statement ends it says so.
      const { count } = await db.apiKey.updateMany({
        where: { organizationId, id, revokedAt: null },
        data: { revokedAt: now },
      })
      if (count > 0) ended.push(found)
    }
    if (ended.length === 0) return unchanged<Record<string, never>, 'public'>({})
    await tellOfFound({ db, enqueue, now }, ended)
    const actor = { kind: 'system', id: 'system', name: 'Gatehouse' } as const
    return changed<Record<string, never>, 'public'>(
      {},
      ended.map(({ organizationId, holder, ...key }) => ({
        organizationId,
        actor,
        subject: keySubject(key, holder),
        before: keyFacts(key, holder),
        after: { because: 'found' },
      })),
    )
  },
})
