import type { inferParserType } from 'nuqs/server'
import type { ApiCall } from '@/components/api-call/curl'
import { sortInput } from '@/components/data-table/sort-text'
import { urlText, urlWord } from '@/lib/client/url-parsers'

const sorts = ['name', '-name', 'created', '-created'] as const

/** What the list shows, as it stands in the URL. */
export const projectListParsers = {
  q: urlText.withDefault(''),
  cloud: urlText,
  visibility: urlWord(['public', 'private'] as const),
  mine: urlWord(['1'] as const),
  creator: urlText,
  sort: urlWord(sorts).withDefault('name'),
  after: urlText,
}
export type ProjectListState = inferParserType<typeof projectListParsers>

/** Search and filters, as the list takes them. `cloudId`: the list of one cloud, whatever the address says. */
const filterOf = ({ q, cloud, visibility, mine, creator }: ProjectListState, cloudId?: string) => ({
  ...(q && { search: q }),
  ...((cloudId ?? cloud) && { cloudId: cloudId ?? cloud ?? undefined }),
  ...(visibility && { visibility }),
  ...(mine && { mine: true }),
  ...(creator && { creatorId: creator }),
})

/** The input of `project.list`: the page and the browser must build the same one. */
export const projectListInput = (state: ProjectListState, cloudId?: string) => ({
  ...filterOf(state, cloudId),
  includeDefaults: true,
  ...sortInput(state.sort),
  ...(state.after && { after: state.after }),
})

export const isFiltered = (state: ProjectListState) => Object.keys(filterOf(state)).length > 0

export const noFilters = {
  q: null,
  cloud: null,
  visibility: null,
  mine: null,
  creator: null,
  after: null,
}

/** The same list by the API, as far as it has one. */
export const projectListCall = (
  { q, cloud, creator }: ProjectListState,
  cloudId?: string,
): ApiCall => ({
  method: 'GET',
  path: '/api/v2/projects/',
  query: {
    name_contains: q,
    parent_cloud_id: cloudId ?? cloud ?? undefined,
    creator_id: creator ?? undefined,
    count: 50,
  },
})
