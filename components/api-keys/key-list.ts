import type { inferParserType } from 'nuqs/server'
import type { Page } from '@/components/data-table/pager'
import { urlText, urlWord } from '@/lib/client/url-parsers'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { keyStates } from '@/lib/modules/api-keys/api-key-rules'

/** What the list shows, as it stands in the URL. */
export const keyListParsers = {
  state: urlWord(keyStates).withDefault('live'),
  q: urlText.withDefault(''),
  after: urlText,
}
export type KeyListState = inferParserType<typeof keyListParsers>

/** The input of `api_key.list_own`: the page and the browser must build the same one. */
export const keyListInput = ({ state, q, after }: KeyListState) => ({
  state,
  ...(q && { search: q }),
  ...(after && { after }),
})

/** The answer of `api_key.list_own`. */
export type KeyPage = Page<ApiKey> & {
  counts: { live: number; ended: number }
}
