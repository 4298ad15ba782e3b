'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import type { Pager, Sort } from '@/components/data-table/column'
import { consoleQuery } from '@/lib/client/query'
import { rangeWords } from '@/lib/client/words'
import { type MemberPage, memberListInput, memberListParsers, noFilters } from './member-list'
import { nounsOf, sortAfter } from './members-words'
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
  const pager: Pager | undefined = data && {
    summary: rangeWords({
      start: data.first - 1,
      shown: data.rows.length,
      total: data.total.count,
      bounded: data.total.more,
      ...nounsOf(state),
    }),
    onPrevious: data.previous ? () => go(data.previous) : null,
    onNext: data.next ? () => go(data.next) : null,
  }
  return {
    state,
    page,
    pager,
    firstPage: () => go(null),
    clear: () => set(noFilters),
    sort: (next: Sort) => set({ sort: sortAfter(state.sort, next), after: null }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}
