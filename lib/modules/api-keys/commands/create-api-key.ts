import 'server-only'
import { z } from 'zod'
import { isolated } from '@/lib/domain/isolated'
import { parseName } from '@/lib/domain/person-name'
import { changed, defineCommand } from '@/lib/kernel/define'
import { invalidInput } from '@/lib/kernel/problem'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { ApiKey, keyFacts, keySubject, liveKeys, newApiKey } from '../api-key'
import { keyLifetime, lifetimeFaults } from '../api-key-rules'
import { requireFactorOfMaker, requireTermsOfMaker } from '../internal/require-maker'

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
      .max(keyLifetime.maximum, lifetimeFaults.long)
      .default(keyLifetime.default),
  }),
  /** `key` is a secret: shown once, stored nowhere. */
  output: z.object({ key: z.string(), apiKey: ApiKey }),
  async run(context, { name, seconds }) {
    const { db, self, caller, now, organizationId } = context
    // A session was asked at the door (lib/kernel/gate.ts); keys in use are not, but they make no further ones.
    if (caller.kind === 'key') {
      await requireTermsOfMaker(db, self.id)
      await requireFactorOfMaker(db, self.id, now)
    }
    const { key, row } = await newApiKey({ membershipId: self.id, name: '', seconds, now })
    row.name = nameOf(name) ?? `key ${row.lastSix}`
    const taken = await db.apiKey.findFirst({
      where: { membershipId: self.id, name: row.name, ...liveKeys(now) },
    })
    if (taken) {
      throw invalidInput([
        {
          pointer: '#/name',
          detail: `You have a key named ${isolated(row.name)} already. Choose another name.`,
        },
      ])
    }
    const apiKey = await db.apiKey.create({ data: row })
    const organization = await db.organization.findFirstOrThrow({ select: { name: true } })
    await noticeTo(
      context,
      { id: self.id, email: self.email, organizationId },
      { kind: 'key_made', name: row.name, organizationName: organization.name },
    )
    return changed(
      { key, apiKey },
      {
        subject: keySubject(row, self),
        after: keyFacts(row, self),
      },
    )
  },
})

function nameOf(text: string): string | null {
  if (text.trim() === '') return null
  const parsed = parseName(text)
  if (!parsed.ok) throw invalidInput([{ pointer: '#/name', detail: parsed.fault }])
  return parsed.name
}
