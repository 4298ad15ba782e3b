import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf, totalOf } from '@/lib/kernel/page'
import { resourceFilters, resourceSort } from '@/lib/modules/clouds/cloud'
import { projectCount, projectPage, resourcePlace, viewerOf } from '@/lib/platform/db/resource-list'
import { ProjectRow } from '../project'

const input = z.object({
  ...resourceFilters,
  cloudId: z.string().max(400).optional().describe('An id that begins with cld_.'),
  visibility: z.enum(['public', 'private']).optional(),
  includeDefaults: z.boolean().default(true).describe('The default projects of clouds too.'),
  mine: z.boolean().optional().describe('Only those in which one holds a role of one’s own.'),
  ...resourceSort,
  ...pageInput,
})

export const listProjects = defineQuery({
  name: 'project.list',
  summary: 'List the projects that one can reach',
  scope: 'organization',
  permission: 'project.list',
  input,
  output: pageOf(ProjectRow),
  async run(context, { sort, descending, after, count, ...filters }) {
    const { db } = context
    const cursor = cursorFrom(after, sort === 'created')
    const filter = { ...viewerOf(context), ...filterOf(filters) }
    const order = { sort, descending: descending !== (cursor?.backwards ?? false) }
    const rows = await projectPage(db, filter, { ...order, after: cursor, limit: count + 1 })
    const page = paged({ rows, cursor, count }, resourcePlace(sort))
    return { ...page, total: await totalOf(page, cursor, (most) => projectCount(db, filter, most)) }
  },
})

type Filters = Omit<z.output<typeof input>, 'sort' | 'descending' | 'after' | 'count'>
const filterOf = ({
  cloudId,
  creatorId,
  visibility,
  includeDefaults,
  mine,
  ...named
}: Filters) => ({
  ...named,
  cloud: cloudId,
  creator: creatorId,
  ...(visibility && { isPublic: visibility === 'public' }),
  ...(!includeDefaults && { isDefault: false }),
  ...(mine && { mine }),
})
