import 'server-only'
import { z } from 'zod'
import type { Ceiling } from '@/lib/domain/ceiling'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import type { ReadDb } from '@/lib/platform/db/doors'
import { cloudPage, projectPage, type Viewing, viewerOf } from '@/lib/platform/db/resource-list'
import { ApiKeyDetail } from '../api-key-detail'
import { MOST_IN_CEILING } from '../api-key-rules'
import { requireKey } from '../internal/holders'
import { usesOf } from '../internal/uses'

/** One's own key; owners read everybody's. */
export const readApiKey = defineQuery({
  name: 'api_key.read',
  summary: 'Read an API key: what it may do, who made it, and how it is used',
  scope: 'organization',
  permission: 'api_key.list_own',
  input: z.object({ keyId: idOf('key') }),
  output: ApiKeyDetail,
  async run(context, { keyId }) {
    const { db, now } = context
    const { membership, ...key } = await requireKey(context, keyId, 'api_key.list')
    const { madeById, replacesId, askedSeconds } = key
    return {
      ...key,
      holder: { ...membership, removed: membership.endedAt !== null },
      madeBy: madeById ? await makerOf(db, madeById) : null,
      places: await placesOf(context, key.ceiling as Ceiling | null),
      askedSeconds: askedSeconds === null ? null : Number(askedSeconds),
      replaces: replacesId ? await db.apiKey.findFirst({ where: { id: replacesId } }) : null,
      replacedBy: await db.apiKey.findFirst({
        where: { replacesId: keyId },
        orderBy: { createdAt: 'desc' },
      }),
      ...(await usesOf(db, keyId, now)),
    }
  },
})

async function makerOf(db: Pick<ReadDb, 'membership'>, id: string) {
  const select = { id: true, name: true, endedAt: true } as const
  const { endedAt, ...maker } = await db.membership.findFirstOrThrow({ where: { id }, select })
  return { ...maker, removed: endedAt !== null }
}

const FIRST = { sort: 'name', descending: false, after: null, limit: MOST_IN_CEILING } as const

async function placesOf(context: Viewing & { db: object }, ceiling: Ceiling | null) {
  const { clouds, projects } = ceiling ?? {}
  const viewer = viewerOf(context)
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
  return {
    clouds: clouds
      ? (await cloudPage(context.db, { ...viewer, ids: clouds }, FIRST)).map(named)
      : [],
    projects: projects
      ? (await projectPage(context.db, { ...viewer, ids: projects }, FIRST)).map(named)
      : [],
  }
}
