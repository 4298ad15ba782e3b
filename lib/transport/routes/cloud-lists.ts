import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { listClouds } from '@/lib/modules/clouds/queries/list-clouds'
import type { Call } from '../api/route'
import { idText, largeCount, pagingToken, text } from '../api/wire'
import { chained } from './chained'

type Run = Call<string, unknown, unknown>['run']
type Page = OutputOf<typeof listClouds>
export type CloudRow = Page['rows'][number]

export const cloudStates = [
  'CREATING',
  'ACTIVE',
  'VERIFICATION_FAILED',
  'DELETING',
  'DELETED',
  'CLAIMED',
] as const
export const cloudSortFields = ['NAME', 'CREATED_AT', 'IS_DEFAULT', 'IS_AIOA'] as const
export const sortOrder = z.enum(['ASC', 'DESC'])

export const cloudFilters = z.object({
  name: text.optional().describe('Part of the name, in any letter case.'),
  creator_id: idText.optional().describe('The user id (usr_…) of whoever made it.'),
  state_filter: z
    .array(z.enum(cloudStates))
    .optional()
    .describe('Repeated for several. Every cloud that is on record here is ACTIVE.'),
  sort_field: z.enum(cloudSortFields).optional().describe('By name, unless asked.'),
  sort_order: sortOrder.optional(),
  count: largeCount.optional(),
  paging_token: pagingToken.optional(),
})

type Asked = {
  search?: string
  creatorId?: string
  states?: readonly (typeof cloudStates)[number][] | null
  field?: (typeof cloudSortFields)[number]
  order?: 'ASC' | 'DESC'
  after?: string
  count: number
}

/** The clouds that the key can reach. */
export async function cloudPage(
  run: Run,
  asked: Asked,
): Promise<Pick<Page, 'rows' | 'next' | 'total'>> {
  const { search, creatorId, states, field, order, ...page } = asked
  if (states && states.length > 0 && !states.includes('ACTIVE')) {
    return { rows: [], next: null, total: { count: 0, more: false } }
  }
  const sort = field === 'CREATED_AT' ? 'created' : 'name'
  // Only names and days are sorted by in the database; there is one default cloud, and no cloud of theirs (is_aioa).
  const descending = order === 'DESC' && field !== 'IS_DEFAULT' && field !== 'IS_AIOA'
  const read = (after: string | undefined, count: number) =>
    run(listClouds, { search, creatorId, sort, descending, after, count })
  if (field !== 'IS_DEFAULT') return read(page.after, page.count)
  const first = order === 'DESC'
  const found = await chained(
    [
      { word: 'one', read, keeps: ({ isDefault }: CloudRow) => isDefault === first },
      { word: 'other', read, keeps: ({ isDefault }: CloudRow) => isDefault !== first },
    ],
    page,
  )
  return { ...found, total: (await read(undefined, 1)).total }
}

export async function cloudNamed(run: Run, name: string): Promise<CloudRow> {
  const { rows } = await run(listClouds, { name, count: 1 })
  if (!rows[0]) throw new Problem('not_found', `Cloud '${name}' not found.`)
  return rows[0]
}
