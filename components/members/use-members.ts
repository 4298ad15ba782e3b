'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import type { Sort } from '@/components/data-table/column'
import { pagerOf, pageWords } from '@/components/data-table/pager'
import { sortAfter } from '@/components/data-table/sort-text'
import { consoleQuery } from '@/lib/client/query'
import { type MemberPage, memberListInput, memberListParsers, noFilters } from './member-list'
import { nounsOf } from './members-words'
import { useSettled } from './use-settled'

/** One page of the list as the URL has it. */
export function useMembers() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(memberListParsers, { history: 'push' })
  const q = useSettled(state.q)
  const page = useQuery(
    consoleQuery<MemberPage>(organizationId, 'member.list', memberListInput({ ...state, q })),
  )
  const go = (after: string | null) => set({ after })
  const { data } = page
  const pager = data && pagerOf(data, pageWords(data, nounsOf(state)), go)
  return {
    state,
    page,
    pager,
    firstPage: () => go(null),
    clear: () => set(noFilters),
    sort: (next: Sort) =>
      set({ sort: sortAfter(state.sort, next, ['joined', 'active']), after: null }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}
