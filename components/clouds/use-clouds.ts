'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import { listMoves } from '@/components/data-table/list-moves'
import { useSettled } from '@/components/members/use-settled'
import { type CloudListState, cloudListInput, cloudListParsers } from './cloud-list'
import { cloudsQuery } from './cloud-queries'

/** One page of the clouds as the URL has it. */
export function useClouds() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(cloudListParsers, { history: 'push' })
  const q = useSettled(state.q)
  const page = useQuery(cloudsQuery(organizationId, cloudListInput({ ...state, q })))
  return {
    state,
    page,
    ...listMoves({ state, set, page, nouns: { one: 'cloud', many: 'clouds' }, times: ['created'] }),
    clear: () => set({ q: null, auto: null, after: null }),
    filter: (change: Pick<Partial<CloudListState>, 'auto'>) => set({ ...change, after: null }),
  }
}
