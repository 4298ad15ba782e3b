'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import type { Sort } from '@/components/data-table/column'
import { pagerOf, pageWords } from '@/components/data-table/pager'
import { sortAfter } from '@/components/data-table/sort-text'
import { useSettled } from '@/components/members/use-settled'
import { type CloudListState, cloudListInput, cloudListParsers } from './cloud-list'
import { cloudsQuery } from './cloud-queries'

/** One page of the clouds as the URL has it. */
export function useClouds() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(cloudListParsers, { history: 'push' })
  const q = useSettled(state.q)
  const page = useQuery(cloudsQuery(organizationId, cloudListInput({ ...state, q })))
  const { data } = page
  const go = (after: string | null) => set({ after })
  return {
    state,
    page,
    pager: data && pagerOf(data, pageWords(data, { one: 'cloud', many: 'clouds' }), go),
    firstPage: () => go(null),
    clear: () => set({ q: null, auto: null, after: null }),
    filter: (change: Pick<Partial<CloudListState>, 'auto'>) => set({ ...change, after: null }),
    search: (text: string) => set({ q: text || null, after: null }, { history: 'replace' }),
    sort: (next: Sort) => set({ sort: sortAfter(state.sort, next, ['created']), after: null }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}
