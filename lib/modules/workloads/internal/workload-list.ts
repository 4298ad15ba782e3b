import 'server-only'
import { z } from 'zod'
import { cursorFrom, paged, pageInput, totalOf } from '@/lib/kernel/page'
import { type Viewing, viewerOf } from '@/lib/platform/db/resource-list'
import { workloadCount, workloadPage } from '@/lib/platform/db/workload-rows'
import { workloadKinds, workloadStates } from '../workload'

export const workloadFilters = {
  ids: z.array(z.string().max(100)).max(1_000).optional(),
  externalId: z.string().max(400).optional(),
  creatorId: z.string().max(100).optional().describe('An id that begins with ide_ or usr_.'),
  states: z.array(z.enum(workloadStates)).max(10).optional(),
  kinds: z.array(z.enum(workloadKinds)).max(10).optional(),
  descending: z.boolean().default(true),
  ...pageInput,
}
const input = z.object({ projectId: z.string().optional(), ...workloadFilters })

type Asking = Viewing & { db: object }
const placeOf = ({ id, lastSeenAt }: { id: string; lastSeenAt: Date }) => ({
  id,
  value: lastSeenAt.toISOString(),
})

export async function listFor(
  context: Asking,
  { projectId, creatorId, descending, after, count, ...filters }: z.output<typeof input>,
) {
  const { db } = context
  const cursor = cursorFrom(after, true)
  const of = { project: projectId, creator: creatorId }
  const filter = { ...viewerOf(context), ...filters, ...of }
  const backwards = cursor?.backwards ?? false
  const order = { descending: descending !== backwards, after: cursor, limit: count + 1 }
  const rows = await workloadPage(db, filter, order)
  const page = paged({ rows, cursor, count }, placeOf)
  return { ...page, total: await totalOf(page, cursor, (most) => workloadCount(db, filter, most)) }
}
