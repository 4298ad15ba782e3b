'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import type { Pager } from '@/components/data-table/column'
import { useSettled } from '@/components/members/use-settled'
import { consoleQuery } from '@/lib/client/query'
import { rangeWords } from '@/lib/client/words'
import { type KeyPage, keyListInput, keyListParsers } from './key-list'

/** One page of the list as the URL has it. */
export function useOwnKeys() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(keyListParsers, { history: 'push' })
  const q = useSettled(state.q)
  const page = useQuery(
    consoleQuery<KeyPage>(organizationId, 'api_key.list_own', keyListInput({ ...state, q })),
  )
  const { data } = page
  const go = (after: string | null) => set({ after })
  const pager: Pager | undefined = data && {
    summary: rangeWords({
      start: data.first - 1,
      shown: data.rows.length,
      total: data.total.count,
      one: `${state.state} key`,
      many: `${state.state} keys`,
    }),
    onPrevious: data.previous ? () => go(data.previous) : null,
    onNext: data.next ? () => go(data.next) : null,
  }
  return {
    state,
    page,
    pager,
    firstPage: () => go(null),
    clear: () => set({ q: null, after: null }),
    search: (text: string) => set({ q: text || null, after: null }, { history: 'replace' }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}
