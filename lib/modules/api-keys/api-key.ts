import { z } from 'zod'
import { mintApiKey } from '@/lib/domain/api-key'
import type { Ceiling } from '@/lib/domain/ceiling'
import type { Subject } from '@/lib/domain/events'
import { searchable } from '@/lib/domain/fold'
import { newId } from '@/lib/domain/id'
import { idOf, moment, stored } from '@/lib/domain/schemas'
import { hashToken } from '@/lib/domain/tokens'
import { type KeyHolder, keyHolders, MOST_IN_CEILING } from './api-key-rules'

const some = z
  .array(z.string().max(100))
  .max(MOST_IN_CEILING, `At most ${MOST_IN_CEILING} of each.`)
/** A ceiling as it is stored. A permission that is gone since lets nothing through. */
export const StoredCeiling = z
  .object({
    readOnly: z.boolean().optional().describe('It looks, and changes nothing.'),
    permissions: some
      .optional()
      .describe('These alone. Those of the organization must be named when places are.'),
    clouds: some.optional().describe('On these clouds and in their projects alone (cld_…).'),
    projects: some.optional().describe('In these projects alone (prj_…).'),
  })
  .meta({ id: 'KeyCeiling' })

export const AT_LEAST_ONE = 'Choose at least one, or leave it out.'
const chosen = some.min(1, AT_LEAST_ONE).optional()
/** A ceiling as it is asked for. */
export const AskedCeiling = StoredCeiling.extend({
  permissions: chosen,
  clouds: chosen,
  projects: chosen,
}).meta({ id: 'AskedKeyCeiling' })
export type AskedCeiling = z.output<typeof AskedCeiling>

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
    /** The most it may do; null: whatever its holder may. */
    ceiling: z.unknown().pipe(StoredCeiling.nullable()),
    /** The key whose place it took. */
    replacesId: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.output<typeof ApiKey>

const Someone = z.object({
  id: idOf('ide'),
  name: z.string(),
  email: z.string(),
  removed: z.boolean(),
})
/** A key as owners see it: whose it is, and who made it. */
export const KeyOfOrganization = ApiKey.extend({
  holder: Someone.extend({ userId: idOf('usr'), kind: stored(keyHolders) }),
  madeBy: Someone,
}).meta({ id: 'KeyOfOrganization' })
export type KeyOfOrganization = z.output<typeof KeyOfOrganization>

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

type Facts = { name: string; lastSix: string; expiresAt: Date | null; ceiling?: unknown }

/** What an event says of a key; never more of it than its last six characters. */
export const keyFacts = ({ name, lastSix, expiresAt, ceiling }: Facts, owner: Owner) => ({
  name,
  lastSix,
  owner: owner.email,
  expiresAt,
  ...(ceiling ? { ceiling } : {}),
})

export const keySources = ['console', 'api', 'login', 'rotation'] as const
type NewApiKey = {
  membershipId: string
  kind?: string
  name: string
  seconds: number | null
  now: Date
  ceiling?: Ceiling | null
  madeById?: string
  source?: (typeof keySources)[number]
  replacesId?: string
  /** What was asked for, when the policy gave less; 0: without end. */
  asked?: number | null
}

/** A key's name and last six characters, as they are searched for. */
export const searchableKey = (name: string, lastSix: string) => searchable(name, lastSix)

const prefixes: Record<KeyHolder, 'pat' | 'sa'> = { person: 'pat', service_account: 'sa' }

/** The row of a new key, and the key itself, which is stored nowhere. */
export async function newApiKey({ seconds, now, ceiling, asked, ...given }: NewApiKey) {
  const { membershipId, name, kind = 'person', madeById, source, replacesId } = given
  const { key, publicId, lastSix } = mintApiKey(prefixes[kind as KeyHolder])
  const row = {
    id: newId('key'),
    membershipId,
    name: name || `key ${lastSix}`,
    publicId,
    secretHash: await hashToken(key),
    lastSix,
    searchable: searchableKey(name || `key ${lastSix}`, lastSix),
    createdAt: now,
    expiresAt: seconds === null ? null : new Date(now.getTime() + seconds * 1_000),
    ...(ceiling && { ceiling: ceiling as object }),
    ...(madeById && { madeById }),
    ...(source && { source }),
    ...(replacesId && { replacesId }),
    ...(typeof asked === 'number' && { askedSeconds: BigInt(asked) }),
  }
  return { key, row }
}

/** The life of a key as it was made, in whole seconds; null: without end. */
export const lifeOf = ({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date | null }) =>
  expiresAt && Math.max(60, Math.round((expiresAt.getTime() - createdAt.getTime()) / 1_000))
