'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import type { Sort } from '@/components/data-table/column'
import { pagerOf, pageWords } from '@/components/data-table/pager'
import { sortAfter } from '@/components/data-table/sort-text'
import { useSettled } from '@/components/members/use-settled'
import { consoleQuery } from '@/lib/client/query'
import {
  type AllKeysPage,
  type AllKeysState,
  allKeysInput,
  allKeysParsers,
  noFilters,
} from './all-keys-list'

const nouns = { one: 'key', many: 'keys' }

/** One page of everybody's keys as the URL has it. */
export function useAllKeys() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(allKeysParsers, { history: 'push' })
  const q = useSettled(state.q)
  const input = allKeysInput({ ...state, q })
  const page = useQuery(consoleQuery<AllKeysPage>(organizationId, 'api_key.list_all', input))
  const { data } = page
  const go = (after: string | null) => set({ after })
  return {
    state,
    page,
    pager: data && pagerOf(data, pageWords(data, nouns), go),
    firstPage: () => go(null),
    clear: () => set(noFilters),
    filter: (change: Partial<Pick<AllKeysState, 'of' | 'kind' | 'ends' | 'use'>>) =>
      set({ ...change, after: null }),
    search: (text: string) => set({ q: text || null, after: null }, { history: 'replace' }),
    sort: (next: Sort) =>
      set({ sort: sortAfter(state.sort, next, ['created', 'used']), after: null }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}
