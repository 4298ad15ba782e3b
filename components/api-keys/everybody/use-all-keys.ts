'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import { listMoves } from '@/components/data-table/list-moves'
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
  return {
    state,
    page,
    ...listMoves({ state, set, page, nouns, times: ['created', 'used'] }),
    clear: () => set(noFilters),
    filter: (change: Partial<Pick<AllKeysState, 'of' | 'kind' | 'ends' | 'use'>>) =>
      set({ ...change, after: null }),
  }
}
