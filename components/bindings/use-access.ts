'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import { pagerOf, pageWords } from '@/components/data-table/pager'
import { useSettled } from '@/components/members/use-settled'
import { consoleQuery } from '@/lib/client/query'
import {
  type AccessListState,
  accessListInput,
  accessListParsers,
  noFilters,
  showsInherited,
} from './access-list'
import { type AccessRow, type BindingPage, inheritedRows } from './binding-shapes'
import { type Place, placeInput } from './place'

const nouns = { one: 'member', many: 'members' }

export const accessQuery = (organizationId: string, place: Place, state: AccessListState) =>
  consoleQuery<BindingPage>(organizationId, `binding.list_on_${place.kind}`, {
    ...placeInput(place),
    ...accessListInput(state),
  })

/** One page of who has access, as the URL has it; what is inherited stands above the first one. */
export function useAccess(place: Place) {
  const { organizationId } = useViewer()
  const [found, set] = useQueryStates(accessListParsers[place.kind], { history: 'push' })
  const state: AccessListState = found
  const q = useSettled(state.q)
  const page = useQuery(accessQuery(organizationId, place, { ...state, q }))
  const { data } = page
  const go = (after: string | null) => set({ after })
  const above = data && showsInherited(state) && !data.previous ? inheritedRows(data.inherited) : []
  const rows: AccessRow[] | undefined = data && [...above, ...data.rows]
  return {
    state,
    page,
    rows,
    pager: data && pagerOf(data, summaryOf(data, above.length), go),
    firstPage: () => go(null),
    clear: () => set(noFilters),
    filter: (change: Partial<Omit<AccessListState, 'q' | 'after'>>) =>
      set({ ...(change as object), after: null }),
    search: (text: string) => set({ q: text || null, after: null }, { history: 'replace' }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}

/** "1–50 of 1,203 members"; without grants, who has access all the same. */
const summaryOf = (page: BindingPage, above: number) =>
  page.rows.length === 0 && above > 0 ? 'No grants of their own' : pageWords(page, nouns)
