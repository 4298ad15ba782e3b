'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import type { Sort } from '@/components/data-table/column'
import { pagerOf, pageWords } from '@/components/data-table/pager'
import { sortAfter } from '@/components/data-table/sort-text'
import { useSettled } from '@/components/members/use-settled'
import {
  noFilters,
  type ProjectListState,
  projectListInput,
  projectListParsers,
} from './project-list'
import { projectsQuery } from './project-queries'

type Filter = Pick<Partial<ProjectListState>, 'cloud' | 'visibility' | 'mine' | 'creator'>

/** One page of the projects as the URL has it; of one cloud, or of all. */
export function useProjects(cloudId?: string) {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(projectListParsers, { history: 'push' })
  const q = useSettled(state.q)
  const page = useQuery(projectsQuery(organizationId, projectListInput({ ...state, q }, cloudId)))
  const { data } = page
  const go = (after: string | null) => set({ after })
  return {
    state,
    page,
    pager: data && pagerOf(data, pageWords(data, { one: 'project', many: 'projects' }), go),
    firstPage: () => go(null),
    clear: () => set(noFilters),
    filter: (change: Filter) => set({ ...change, after: null }),
    search: (text: string) => set({ q: text || null, after: null }, { history: 'replace' }),
    sort: (next: Sort) => set({ sort: sortAfter(state.sort, next, ['created']), after: null }),
    retry: () => (data === undefined && state.after ? go(null) : page.refetch()),
  }
}
