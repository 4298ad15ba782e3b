import 'server-only'
import { z } from 'zod'
import { fold } from '@/lib/domain/fold'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import { ApiKey } from '../api-key'
import { type KeyState, keyStates } from '../api-key-rules'

const SEARCHED = 10_000

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
    const own = { membershipId: self.id }
    const filter = { ...own, ...(state && inState(state, now)) }
    const called = search?.trim() ? await idsCalled(search) : null
    const where = { ...filter, ...(called && { id: { in: called } }) }
    const towards = cursor?.backwards ? 'asc' : 'desc'
    const rows = await db.apiKey.findMany({
      where: cursor ? { AND: [where, beyond(towards, cursor)] } : where,
      orderBy: [{ createdAt: towards }, { id: towards }],
      take: count + 1,
    })
    const total = called ? called.length : await db.apiKey.count({ where })
    return {
      ...paged({ rows, cursor, count }, ({ id, createdAt }) => ({
        id,
        value: createdAt.toISOString(),
      })),
      total: { count: total, more: false },
      owner: self.userId,
      counts: {
        live: await db.apiKey.count({ where: { ...own, ...inState('live', now) } }),
        ended: await db.apiKey.count({ where: { ...own, ...inState('ended', now) } }),
      },
    }

    // One person's keys are few: their names are folded here, not kept folded beside them.
    async function idsCalled(text: string): Promise<string[]> {
      const named = await db.apiKey.findMany({
        where: filter,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: SEARCHED,
        select: { id: true, name: true },
      })
      return named.filter(({ name }) => fold(name).includes(fold(text))).map(({ id }) => id)
    }
  },
})

const inState = (state: KeyState, now: Date) =>
  state === 'live'
    ? { revokedAt: null, expiresAt: { gt: now } }
    : { OR: [{ revokedAt: { not: null } }, { expiresAt: { lte: now } }] }

function beyond(towards: 'asc' | 'desc', { value, id }: { value: string; id: string }) {
  const than = towards === 'asc' ? 'gt' : 'lt'
  const createdAt = new Date(value)
  return { OR: [{ createdAt: { [than]: createdAt } }, { createdAt, id: { [than]: id } }] }
}
