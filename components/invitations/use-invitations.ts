'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import type { Sort } from '@/components/data-table/column'
import { pagerOf, pageWords } from '@/components/data-table/pager'
import { sortAfter } from '@/components/data-table/sort-text'
import { useSettled } from '@/components/members/use-settled'
import { consoleQuery } from '@/lib/client/query'
import { formatCount } from '@/lib/client/words'
import {
  type InvitationListState,
  type InvitationPage,
  invitationListInput,
  invitationListParsers,
  sortTextOf,
} from './invitation-list'

/** One page of the list as the URL has it. */
export function useInvitations() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(invitationListParsers, { history: 'push' })
  const q = useSettled(state.q)
  const page = useQuery(
    consoleQuery<InvitationPage>(
      organizationId,
      'invitation.list',
      invitationListInput({ ...state, q }),
    ),
  )
  const { data } = page
  const go = (after: string | null) => set({ after })
  const pager = data && pagerOf(data, summaryOf(state, data), go)
  return {
    state,
    page,
    pager,
    firstPage: () => go(null),
    clear: () => set({ q: null, by: null, delivery: null, ends: null, after: null }),
    filter: (change: Pick<Partial<InvitationListState>, 'by' | 'delivery' | 'ends'>) =>
      set({ ...change, after: null }),
    search: (text: string) => set({ q: text || null, after: null }, { history: 'replace' }),
    sort: (next: Sort) => set({ sort: sortAfter(sortTextOf(state), next, ['sent']), after: null }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}

/** "11 pending · at most 20 at once"; a part of a list says which. */
function summaryOf({ state, q, by, delivery, ends }: InvitationListState, page: InvitationPage) {
  const { total, next, previous, limits } = page
  const isWhole = !q && !ends && by.length + delivery.length === 0 && !next && !previous
  const counted = isWhole
    ? `${formatCount(total.count)} ${state}`
    : pageWords(page, { one: `${state} invitation`, many: `${state} invitations` })
  return state === 'pending' ? `${counted} · at most ${limits.maxPending} at once` : counted
}
