import 'server-only'
import { z } from 'zod'
import { changed, defineCommand } from '@/lib/kernel/define'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { ApiKey, AskedCeiling, keyFacts, keySubject, newApiKey } from '../api-key'
import { keyLifetime, lifetimeFaults } from '../api-key-rules'
import { ceilingGiven } from '../internal/ceiling-given'
import { keyName, lifeOfNew, requireNewName } from '../internal/key-life'
import { requireMaker } from '../internal/require-maker'

export const createApiKey = defineCommand({
  name: 'api_key.create',
  summary: 'Make an API key for oneself',
  scope: 'organization',
  permission: 'api_key.create_own',
  event: 'api_key.created',
  lock: 'organization', // one live key of a name
  fresh: true,
  input: z.object({
    /** May be blank: the key is then named after its last six characters. */
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
  async run(context, { name, seconds: wanted, ceiling: asked, clip }) {
    const { db, self, caller, now, organizationId } = context
    await requireMaker(context)
    const { kind } = self
    const life = await lifeOfNew(db, { kind, seconds: wanted, clip })
    const { key, row } = await newApiKey({
      ...{ membershipId: self.id, kind, name: keyName(name), now },
      ...{ madeById: self.id, source: caller.kind === 'key' ? 'api' : 'console' },
      ceiling: await ceilingGiven(context, asked),
      ...life,
    })
    await requireNewName(db, row, now)
    const apiKey = await db.apiKey.create({ data: row })
    const organization = await db.organization.findFirstOrThrow({ select: { name: true } })
    if (kind === 'person') {
      await noticeTo(
        context,
        { id: self.id, email: self.email, organizationId },
        { kind: 'key_made', name: row.name, organizationName: organization.name },
      )
    }
    return changed({ key, apiKey }, { subject: keySubject(row, self), after: keyFacts(row, self) })
  },
})
