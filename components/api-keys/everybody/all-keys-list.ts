import type { inferParserType } from 'nuqs/server'
import type { ApiCall } from '@/components/api-call/curl'
import type { Page } from '@/components/data-table/pager'
import { sortInput } from '@/components/data-table/sort-text'
import { urlText, urlWord } from '@/lib/client/url-parsers'
import type { KeyOfOrganization } from '@/lib/modules/api-keys/api-key'
import { keyEnds, keyHolders, UNUSED_DAYS } from '@/lib/modules/api-keys/api-key-rules'

const sorts = ['-created', 'created', 'name', '-name', 'used', '-used', 'ends', '-ends'] as const

/** What the list shows, as it stands in the URL. */
export const allKeysParsers = {
  q: urlText.withDefault(''),
  of: urlText,
  kind: urlWord(keyHolders),
  ends: urlWord([...keyEnds, 'ended'] as const),
  use: urlWord(['not_lately'] as const),
  sort: urlWord(sorts).withDefault('-created'),
  after: urlText,
}
export type AllKeysState = inferParserType<typeof allKeysParsers>

const filtersOf = ({ q, of, kind, ends, use }: AllKeysState) => ({
  ...(q && { search: q }),
  ...(of && { memberId: of }),
  ...(kind && { kind }),
  ...(ends && ends !== 'ended' && { ends }),
  ...(use && { unused: UNUSED_DAYS }),
})

/** The input of `api_key.list_all`: the page and the browser must build the same one. */
export const allKeysInput = (state: AllKeysState) => ({
  ...filtersOf(state),
  state: state.ends === 'ended' ? ('ended' as const) : ('live' as const),
  ...sortInput(state.sort),
  ...(state.after && { after: state.after }),
})

/** No search and no filter; the order stays. */
export const noFilters = { q: null, of: null, kind: null, ends: null, use: null, after: null }

export const isFiltered = (state: AllKeysState) =>
  Object.keys(filtersOf(state)).length > 0 || state.ends !== null

/** The answer of `api_key.list_all`. */
export type AllKeysPage = Page<KeyOfOrganization>

/** The documented call has fewer filters. */
export const allKeysCall = ({ of }: AllKeysState): ApiCall => ({
  method: 'GET',
  path: '/api/v2/users/admin/api_keys',
  query: { user_id: of ?? undefined },
})
