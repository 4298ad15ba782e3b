import { createLoader, type SearchParams } from 'nuqs/server'
import { accessListInput, accessListParsers } from '@/components/bindings/access-list'
import { Prefetched } from '@/components/console-frame/prefetched'
import { ProjectAccessScreen } from '@/components/projects/project-access-screen'
import { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'
import { prefetch } from '@/lib/transport/page'
import { type ProjectParams, projectTitle, readProject } from '../project'

export const generateMetadata = projectTitle

const loadAccessList = createLoader(accessListParsers.project)

type Props = ProjectParams & { searchParams: Promise<SearchParams> }

export default async function ProjectAccessPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const project = await readProject(projectId)
  const input = { projectId, ...accessListInput(await loadAccessList(searchParams)) }
  const list = await prefetch(listOnProject, input)
  return (
    <Prefetched reads={[project.state, list.state]}>
      <ProjectAccessScreen projectId={projectId} />
    </Prefetched>
  )
}
