import type { Sort } from './column'
import { type Page, pagerOf, pageWords } from './pager'
import { sortAfter } from './sort-text'

type State<Text extends string> = { after: string | null; sort: Text }
type Change<Text extends string> = { after: string | null; q?: string | null; sort?: Text }
type Options<Text extends string> = {
  /** As the URL has it. */
  state: State<Text>
  set: (change: Change<Text>, options?: { history: 'replace' }) => unknown
  page: { data?: Page; refetch: () => unknown }
  nouns: { one: string; many: string }
  /** Columns that begin with the latest. */
  times: readonly string[]
}

/** What is done with a list whose state stands in the URL, whatever its filters are. */
export function listMoves<Text extends string>({ state, set, page, ...of }: Options<Text>) {
  const { data } = page
  const go = (after: string | null) => set({ after })
  return {
    pager: data && pagerOf(data, pageWords(data, of.nouns), go),
    firstPage: () => go(null),
    search: (text: string) => set({ q: text || null, after: null }, { history: 'replace' }),
    sort: (next: Sort) => set({ sort: sortAfter(state.sort, next, of.times), after: null }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}
