import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { keyFacts, keySubject } from '../api-key'
import { MOST_AT_ONCE } from '../api-key-rules'

const revokeOutcomes = ['revoked', 'ended_before', 'unknown'] as const
type RevokeOutcome = (typeof revokeOutcomes)[number]

/** Each key has its own outcome. Another person's key is as unknown as one that never was. */
export const revokeApiKeys = defineCommand({
  name: 'api_key.revoke_many',
  summary: 'Revoke several of one’s own API keys',
  scope: 'organization',
  permission: 'api_key.revoke_own',
  event: 'api_key.revoked',
  input: z.object({
    keyIds: z
      .array(idOf('key'))
      .min(1, 'Name at least one key.')
      .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} keys at once.`),
  }),
  /** In the order of the input. */
  output: z.object({ outcomes: z.array(z.enum(revokeOutcomes)) }),
  async run({ db, self, now }, { keyIds }) {
    const own = { id: { in: keyIds }, membershipId: self.id }
    // The rows that this very statement ends: two calls at once never both say that they did.
    const ending = await db.apiKey.updateManyAndReturn({
      where: { ...own, revokedAt: null },
      data: { revokedAt: now },
      select: { id: true, name: true, lastSix: true, expiresAt: true },
    })
    const known = new Set((await db.apiKey.findMany({ where: own })).map(({ id }) => id))
    const ended = new Set(ending.map(({ id }) => id))
    const outcomes = keyIds.map((id): RevokeOutcome => {
      if (ended.has(id)) return 'revoked'
      return known.has(id) ? 'ended_before' : 'unknown'
    })
    return changed(
      { outcomes },
      ending.map((key) => ({
        subject: keySubject(key, self),
        before: keyFacts(key, self),
        after: { because: 'revoked' },
      })),
    )
  },
})
