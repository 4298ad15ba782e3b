import 'server-only'
import { z } from 'zod'
import type { Cursor } from '@/lib/domain/cursor'
import { fold } from '@/lib/domain/fold'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import { ApiKey } from '../api-key'
import { keyStates } from '../api-key-rules'

/** Newest first; whoever made more than that has long lost sight of the others. */
const MOST = 10_000

export const listOwnApiKeys = defineQuery({
  name: 'api_key.list_own',
  summary: 'List one’s own API keys, newest first',
  scope: 'organization',
  permission: 'api_key.list_own',
  input: z.object({
    search: z.string().max(400).optional().describe('Part of a name, folded.'),
    state: z.enum(keyStates).optional(),
    ...pageInput,
  }),
  /** `owner` is the user id of whoever holds the keys; `counts` are of all of them, whatever the filters. */
  output: pageOf(ApiKey).extend({
    owner: idOf('usr'),
    counts: z.object({ live: z.int(), ended: z.int() }),
  }),
  async run({ db, self, now }, { search, state, after, count }) {
    const cursor = cursorFrom(after, true)
    // One person's keys are few: they are read once, and their names folded here, not kept folded beside them.
    const own = await db.apiKey.findMany({
      where: { membershipId: self.id },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST,
    })
    const isLive = ({ revokedAt, expiresAt }: Ends) =>
      !revokedAt && (expiresAt === null || expiresAt > now)
    const live = own.filter(isLive).length
    const text = fold(search ?? '')
    const chosen = own
      .filter((key) => !state || isLive(key) === (state === 'live'))
      .filter(({ name }) => !text || fold(name).includes(text))
    return {
      ...paged({ rows: beyond(chosen, cursor).slice(0, count + 1), cursor, count }, placeOf),
      total: { count: chosen.length, more: false },
      owner: self.userId,
      counts: { live, ended: own.length - live },
    }
  },
})

type Ends = { revokedAt: Date | null; expiresAt: Date | null }
type Placed = { id: string; createdAt: Date }
const placeOf = ({ id, createdAt }: Placed) => ({ id, value: createdAt.toISOString() })

/** Those that come after a place, the next one first; backwards, those before it. */
function beyond<Key extends Placed>(keys: Key[], cursor: Cursor | null): Key[] {
  if (!cursor) return keys
  const isNewer = (key: Key) => {
    const { value, id } = placeOf(key)
    return value > cursor.value || (value === cursor.value && id > cursor.id)
  }
  if (cursor.backwards) return keys.filter(isNewer).reverse()
  return keys.filter((key) => !isNewer(key) && key.id !== cursor.id)
}
