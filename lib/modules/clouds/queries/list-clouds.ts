import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf, totalOf } from '@/lib/kernel/page'
import { cloudCount, cloudPage, resourcePlace, viewerOf } from '@/lib/platform/db/resource-list'
import { CloudRow, resourceFilters, resourceSort } from '../cloud'

export const listClouds = defineQuery({
  name: 'cloud.list',
  summary: 'List the clouds that one can reach',
  scope: 'organization',
  permission: 'cloud.list',
  input: z.object({
    ...resourceFilters,
    autoAdd: z.boolean().optional().describe('Whether everybody is added.'),
    ...resourceSort,
    ...pageInput,
  }),
  output: pageOf(CloudRow),
  async run(context, { sort, descending, after, count, creatorId, ...filters }) {
    const { db } = context
    const cursor = cursorFrom(after, sort === 'created')
    const filter = { ...viewerOf(context), ...filters, creator: creatorId }
    const order = { sort, descending: descending !== (cursor?.backwards ?? false) }
    const rows = await cloudPage(db, filter, { ...order, after: cursor, limit: count + 1 })
    const page = paged({ rows, cursor, count }, resourcePlace(sort))
    return { ...page, total: await totalOf(page, cursor, (most) => cloudCount(db, filter, most)) }
  },
})
