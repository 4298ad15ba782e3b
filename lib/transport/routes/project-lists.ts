import 'server-only'
import { z } from 'zod'
import type { InputOf } from '@/lib/kernel/define'
import { noSuchPlace } from '@/lib/kernel/located'
import { DEFAULT_PROJECT } from '@/lib/modules/projects/project'
import { listProjects } from '@/lib/modules/projects/queries/list-projects'
import type { Call } from '../api/route'
import { count, flag, idText, pagingToken, text } from '../api/wire'
import { sortOrder } from './cloud-lists'

type Run = Call<string, unknown, unknown>['run']

export const projectFilters = z.object({
  name_contains: text.optional().describe('Part of the name, in any letter case.'),
  creator_id: idText.optional().describe('The user id (usr_…) of whoever made it.'),
  parent_cloud_id: idText.optional().describe('The cloud that it is in.'),
  include_defaults: flag
    .optional()
    .describe('Whether projects “default” are listed: yes, unless false.'),
  sort_field: z.literal('NAME').optional(),
  sort_order: sortOrder.optional(),
  count: count.optional().describe('Rows of a page, 50 without it; with 0, the total alone.'),
  paging_token: pagingToken.optional(),
})

type Asked = Omit<InputOf<typeof listProjects>, 'sort' | 'includeDefaults'>

/** The projects that the key can reach, by name. */
export const projectPage = (run: Run, asked: Asked & { includeDefaults?: boolean }) =>
  run(listProjects, { ...asked, sort: 'name', includeDefaults: asked.includeDefaults ?? true })

/** The project “default” of a cloud. */
export async function defaultProject(run: Run, cloudId: string) {
  const { rows } = await run(listProjects, { cloudId, name: DEFAULT_PROJECT, count: 1 })
  if (!rows[0]) throw noSuchPlace()
  return rows[0]
}
