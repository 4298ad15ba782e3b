import { createLoader, type SearchParams } from 'nuqs/server'
import { Prefetched } from '@/components/console-frame/prefetched'
import { projectListInput, projectListParsers } from '@/components/projects/project-list'
import { ProjectsScreen } from '@/components/projects/projects-screen'
import { listProjects } from '@/lib/modules/projects/queries/list-projects'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'Projects' }

const loadProjectList = createLoader(projectListParsers)

type Props = { searchParams: Promise<SearchParams> }

export default async function ProjectsPage({ searchParams }: Props) {
  const input = projectListInput(await loadProjectList(searchParams))
  const { state } = await prefetch(listProjects, input)
  return (
    <Prefetched reads={[state]}>
      <ProjectsScreen />
    </Prefetched>
  )
}
