'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import { listMoves } from '@/components/data-table/list-moves'
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
  return {
    state,
    page,
    ...listMoves({ state, set, page, nouns, times: ['created', 'used'] }),
    clear: () => set(noFilters),
    filter: (change: Partial<Omit<AccountListState, 'q' | 'sort' | 'after'>>) =>
      set({ ...change, after: null }),
  }
}
