'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import type { Sort } from '@/components/data-table/column'
import { pagerOf, pageWords } from '@/components/data-table/pager'
import { consoleQuery } from '@/lib/client/query'
import { auditListInput, auditListParsers, type EventPage, noFilters } from './audit-list'

/** One page of the log as the URL has it. It stands still: what is new is offered, never pushed between the rows. */
export function useEvents() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(auditListParsers, { history: 'push' })
  const page = useQuery({
    ...consoleQuery<EventPage>(organizationId, 'event.list', auditListInput(state)),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { data } = page
  const go = (after: string | null) => set({ after })
  const pager = data && pagerOf(data, pageWords(data, { one: 'event', many: 'events' }), go)
  return {
    state,
    set,
    page,
    pager,
    firstPage: () => go(null),
    clear: () => set(noFilters),
    sort: ({ direction }: Sort) =>
      set({ sort: direction === 'desc' ? '-time' : 'time', after: null }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}
export type Events = ReturnType<typeof useEvents>
