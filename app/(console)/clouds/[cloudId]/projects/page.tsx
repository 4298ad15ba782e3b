import { createLoader, type SearchParams } from 'nuqs/server'
import { CloudProjectsScreen } from '@/components/clouds/cloud-projects-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { projectListInput, projectListParsers } from '@/components/projects/project-list'
import { listProjects } from '@/lib/modules/projects/queries/list-projects'
import { prefetch } from '@/lib/transport/page'
import { type CloudParams, cloudTitle, readCloud } from '../cloud'

export const generateMetadata = cloudTitle

const loadProjectList = createLoader(projectListParsers)

type Props = CloudParams & { searchParams: Promise<SearchParams> }

export default async function CloudProjectsPage({ params, searchParams }: Props) {
  const { cloudId } = await params
  const cloud = await readCloud(cloudId)
  const input = projectListInput(await loadProjectList(searchParams), cloudId)
  const list = await prefetch(listProjects, input)
  return (
    <Prefetched reads={[cloud.state, list.state]}>
      <CloudProjectsScreen cloudId={cloudId} />
    </Prefetched>
  )
}
