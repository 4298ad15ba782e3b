import { z } from 'zod'
import { idOf, moment, stored } from '@/lib/domain/schemas'
import { ApiKey, keySources } from './api-key'
import { keyHolders } from './api-key-rules'

const Member = z.object({ id: idOf('ide'), name: z.string() })
const Place = z.object({ id: z.string(), name: z.string() })
/** The other key of a pair. */
const Other = z.object({
  id: idOf('key'),
  lastSix: z.string(),
  createdAt: moment,
  expiresAt: moment.nullable(),
  revokedAt: moment.nullable(),
})

/** Everything that is kept of a key: who made it, what it may do, how it is used, when it ends. */
export const ApiKeyDetail = ApiKey.extend({
  holder: Member.extend({
    userId: idOf('usr'),
    kind: stored(keyHolders),
    email: z.string(),
    removed: z.boolean(),
  }),
  /** Null: its holder, before that was kept. */
  madeBy: Member.extend({ removed: z.boolean() }).nullable(),
  source: stored(keySources),
  /** The places of its ceiling by name, those that are gone left out. */
  places: z.object({ clouds: z.array(Place), projects: z.array(Place) }),
  /** The life that was asked for when the policy gave less; 0: without end. */
  askedSeconds: z.number().nullable(),
  lastUsedAddress: z.string().nullable(),
  lastUsedClient: z.string().nullable(),
  replaces: Other.nullable(),
  replacedBy: Other.nullable(),
  /** The last 30 days (UTC), the oldest first, with those without a request. */
  days: z.array(z.object({ day: z.iso.date(), requests: z.int() })),
  /** What it called in these days, most first. */
  calls: z.array(z.object({ useCase: z.string(), requests: z.int() })),
}).meta({ id: 'ApiKeyDetail' })
export type ApiKeyDetail = z.output<typeof ApiKeyDetail>
