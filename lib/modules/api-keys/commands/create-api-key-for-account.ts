import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { ApiKey, AskedCeiling, keyFacts, keySubject, newApiKey } from '../api-key'
import { keyLifetime, lifetimeFaults } from '../api-key-rules'
import { ceilingGiven } from '../internal/ceiling-given'
import { requireAccount } from '../internal/holders'
import { keyName, lifeOfNew, requireNewName } from '../internal/key-life'
import { requireMaker } from '../internal/require-maker'

/** An owner makes a key that acts as a service account. */
export const createApiKeyForAccount = defineCommand({
  name: 'api_key.create_for_account',
  summary: 'Make an API key for a service account',
  scope: 'organization',
  permission: 'api_key.create_for_account',
  event: 'api_key.created',
  lock: 'organization', // one live key of a name
  fresh: true,
  input: z.object({
    accountId: idOf('ide'),
    name: z.string().max(200, 'A name has at most 200 characters.').default(''),
    seconds: z
      .int(lifetimeFaults.whole)
      .min(keyLifetime.minimum, lifetimeFaults.short)
      .nullish()
      .describe('Absent: what the policy presets. Null: without end.'),
    ceiling: AskedCeiling.optional(),
    clip: z.boolean().default(false).describe('Longer than the policy allows is cut, not refused.'),
  }),
  /** `key` is a secret: shown once, stored nowhere. */
  output: z.object({ key: z.string(), apiKey: ApiKey }),
  async run(context, { accountId, name, seconds: wanted, ceiling: asked, clip }) {
    const { db, self, caller, now } = context
    await requireMaker(context)
    const account = await requireAccount(db, accountId)
    const life = await lifeOfNew(db, { kind: account.kind, seconds: wanted, clip })
    const { key, row } = await newApiKey({
      ...{ membershipId: account.id, kind: account.kind, name: keyName(name), now },
      ...{ madeById: self.id, source: caller.kind === 'key' ? 'api' : 'console' },
      ceiling: await ceilingGiven(context, asked),
      ...life,
    })
    await requireNewName(db, row, now)
    const apiKey = await db.apiKey.create({ data: row })
    return changed(
      { key, apiKey },
      { subject: keySubject(row, account), after: keyFacts(row, account) },
    )
  },
})
