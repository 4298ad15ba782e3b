import type { inferParserType } from 'nuqs/server'
import type { ApiCall } from '@/components/api-call/curl'
import { sortInput } from '@/components/data-table/sort-text'
import { urlText, urlWord } from '@/lib/client/url-parsers'

const sorts = ['name', '-name', 'created', '-created'] as const

/** What the list shows, as it stands in the URL. */
export const cloudListParsers = {
  q: urlText.withDefault(''),
  auto: urlWord(['on', 'off'] as const),
  sort: urlWord(sorts).withDefault('name'),
  after: urlText,
}
export type CloudListState = inferParserType<typeof cloudListParsers>

/** The input of `cloud.list`: the page and the browser must build the same one. */
export const cloudListInput = ({ q, auto, sort, after }: CloudListState) => ({
  ...(q && { search: q }),
  ...(auto && { autoAdd: auto === 'on' }),
  ...sortInput(sort),
  ...(after && { after }),
})

export const isFiltered = ({ q, auto }: CloudListState) => q !== '' || auto !== null

/** The same list by the API, as far as it has one. */
export const cloudListCall: ApiCall = {
  method: 'GET',
  path: '/api/v2/clouds/',
  query: { count: 50 },
}
