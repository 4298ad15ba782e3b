import 'server-only'
import { z } from 'zod'
import type { MemberCaller } from '@/lib/kernel/caller'
import { changed, type Self } from '@/lib/kernel/define'
import type { WriteDb } from '@/lib/platform/db/doors'
import { ApiKey, AskedCeiling, keyFacts, keySubject, newApiKey } from '../api-key'
import { keyLifetime, lifetimeFaults } from '../api-key-rules'
import { ceilingGiven } from './ceiling-given'
import { keyName, lifeOfNew, requireNewName } from './key-life'

/** What is said of a key that is to be made. */
export const askedKey = {
  /** May be blank: the key is then named after its last six characters. */
  name: z.string().max(200, 'A name has at most 200 characters.').default(''),
  seconds: z
    .int(lifetimeFaults.whole)
    .min(keyLifetime.minimum, lifetimeFaults.short)
    .nullish()
    .describe('Absent: what the policy presets. Null: without end.'),
  ceiling: AskedCeiling.optional(),
  clip: z.boolean().default(false).describe('Longer than the policy allows is cut, not refused.'),
}
type Asked = z.output<z.ZodObject<typeof askedKey>>

/** `key` is a secret: shown once, stored nowhere. */
export const MadeKey = z.object({ key: z.string(), apiKey: ApiKey })

type Making = {
  db: WriteDb
  self: Pick<Self, 'id' | 'role'>
  caller: MemberCaller
  now: Date
}
type Holder = { id: string; kind: string; email: string }

/** Writes the row of a holder's new key, by the policy and within what whoever makes it may do. Asked before: requireMaker. */
export async function makeKey(context: Making, holder: Holder, given: Asked) {
  const { db, self, caller, now } = context
  const { id: membershipId, kind } = holder
  const { name, seconds, ceiling, clip } = given
  const life = await lifeOfNew(db, { kind, seconds, clip })
  const { key, row } = await newApiKey({
    ...{ membershipId, kind, name: keyName(name), now },
    ...{ madeById: self.id, source: caller.kind === 'key' ? 'api' : 'console' },
    ceiling: await ceilingGiven(context, ceiling),
    ...life,
  })
  await requireNewName(db, row, now)
  const apiKey = await db.apiKey.create({ data: row })
  const subject = keySubject(row, holder)
  return changed({ key, apiKey }, { subject, after: keyFacts(row, holder) })
}
