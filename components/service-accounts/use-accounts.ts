'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import type { Sort } from '@/components/data-table/column'
import { pagerOf, pageWords } from '@/components/data-table/pager'
import { sortAfter } from '@/components/data-table/sort-text'
import { useSettled } from '@/components/members/use-settled'
import {
  type AccountListState,
  accountListInput,
  accountListParsers,
  noFilters,
} from './account-list'
import { accountsQuery } from './account-queries'

const nouns = { one: 'service account', many: 'service accounts' }

/** One page of the service accounts as the URL has it. */
export function useAccounts() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(accountListParsers, { history: 'push' })
  const q = useSettled(state.q)
  const page = useQuery(accountsQuery(organizationId, accountListInput({ ...state, q })))
  const { data } = page
  const go = (after: string | null) => set({ after })
  return {
    state,
    page,
    pager: data && pagerOf(data, pageWords(data, nouns), go),
    firstPage: () => go(null),
    clear: () => set(noFilters),
    filter: (change: Partial<Omit<AccountListState, 'q' | 'sort' | 'after'>>) =>
      set({ ...change, after: null }),
    search: (text: string) => set({ q: text || null, after: null }, { history: 'replace' }),
    sort: (next: Sort) =>
      set({ sort: sortAfter(state.sort, next, ['created', 'used']), after: null }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}
