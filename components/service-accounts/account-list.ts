import type { inferParserType } from 'nuqs/server'
import type { ApiCall } from '@/components/api-call/curl'
import { sortInput } from '@/components/data-table/sort-text'
import { urlText, urlWord } from '@/lib/client/url-parsers'
import {
  type AccountSort,
  accountKeys,
  accountStates,
  accountUses,
} from '@/lib/modules/service-accounts/service-account-rules'

const sorts = [
  'name',
  '-name',
  'created',
  '-created',
  'used',
  '-used',
  'expires',
  '-expires',
] as const satisfies readonly (AccountSort | `-${AccountSort}`)[]

/** What the list shows, as it stands in the URL. */
export const accountListParsers = {
  q: urlText.withDefault(''),
  state: urlWord(accountStates),
  keys: urlWord(accountKeys),
  use: urlWord(accountUses),
  /** The identity id of whoever made them; a cloud or project that they can reach. */
  creator: urlText,
  access: urlText,
  sort: urlWord(sorts).withDefault('name'),
  after: urlText,
}
export type AccountListState = inferParserType<typeof accountListParsers>

const filtersOf = ({ q, state, keys, use, creator, access }: AccountListState) => ({
  ...(q && { search: q }),
  ...(state && { state }),
  ...(keys && { keys }),
  ...(use && { use }),
  ...(creator && { creatorId: creator }),
  ...(access && { access }),
})

/** What the list shows, on all its pages: its file. */
export const accountExport = (state: AccountListState) => ({
  ...filtersOf(state),
  ...sortInput(state.sort),
})

/** The input of `service_account.list`: the page and the browser must build the same one. */
export const accountListInput = (state: AccountListState) => ({
  ...accountExport(state),
  ...(state.after && { after: state.after }),
})

/** No search and no filter; the order stays. */
export const noFilters = {
  ...{ q: null, state: null, keys: null, use: null },
  ...{ creator: null, access: null, after: null },
}

export const isFiltered = (state: AccountListState) => Object.keys(filtersOf(state)).length > 0

/** Exactly the same list by the API. */
export const accountListCall = (state: AccountListState): ApiCall => {
  const { sort, descending } = sortInput(state.sort)
  const { creatorId: creator_id, ...filters } = filtersOf(state)
  return {
    method: 'GET',
    path: '/api/gatehouse/v1/service-accounts/',
    query: {
      ...filters,
      creator_id,
      sort,
      order: descending ? 'descending' : undefined,
      count: 50,
    },
  }
}
