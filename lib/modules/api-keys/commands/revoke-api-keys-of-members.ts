import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { keyFacts, keySubject } from '../api-key'
import { MOST_AT_ONCE } from '../api-key-rules'

const outcome = z.enum(['revoked', 'ended_before', 'unknown'])

/** An owner ends keys of anybody, people and service accounts, each with its own outcome. */
export const revokeApiKeysOfMembers = defineCommand({
  name: 'api_key.revoke_many_of_members',
  summary: 'Revoke several API keys of anybody in the organization',
  scope: 'organization',
  permission: 'api_key.revoke',
  event: 'api_key.revoked',
  fresh: true,
  input: z.object({
    keyIds: z
      .array(idOf('key'))
      .min(1, 'Name at least one key.')
      .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} keys at once.`),
  }),
  /** In the order of the input. */
  output: z.object({ outcomes: z.array(outcome) }),
  async run({ db, now }, { keyIds }) {
    // The rows that this very statement ends: two calls at once never both say that they did.
    const ending = await db.apiKey.updateManyAndReturn({
      where: { id: { in: keyIds }, revokedAt: null },
      data: { revokedAt: now },
      select: { id: true },
    })
    const known = await db.apiKey.findMany({
      where: { id: { in: keyIds } },
      include: { membership: { select: { id: true, name: true, email: true } } },
    })
    const ended = new Set(ending.map(({ id }) => id))
    const there = new Set(known.map(({ id }) => id))
    const outcomes = keyIds.map((id): z.output<typeof outcome> => {
      if (ended.has(id)) return 'revoked'
      return there.has(id) ? 'ended_before' : 'unknown'
    })
    return changed(
      { outcomes },
      known
        .filter(({ id }) => ended.has(id))
        .map(({ membership, ...key }) => ({
          subject: keySubject(key, membership),
          before: keyFacts(key, membership),
          after: { because: 'owner' },
        })),
    )
  },
})
