'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import { pagerOf, pageWords } from '@/components/data-table/pager'
import { useSettled } from '@/components/members/use-settled'
import { consoleQuery } from '@/lib/client/query'
import { type KeyPage, keyListInput, keyListParsers } from './key-list'

const nounsOf = ({ state }: { state: string }) => ({ one: `${state} key`, many: `${state} keys` })

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
  const pager = data && pagerOf(data, pageWords(data, nounsOf(state)), go)
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
