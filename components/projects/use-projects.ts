'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useViewer } from '@/components/access/viewer'
import { listMoves } from '@/components/data-table/list-moves'
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
  return {
    state,
    page,
    ...listMoves({
      state,
      set,
      page,
      nouns: { one: 'project', many: 'projects' },
      times: ['created'],
    }),
    clear: () => set(noFilters),
    filter: (change: Filter) => set({ ...change, after: null }),
  }
}
