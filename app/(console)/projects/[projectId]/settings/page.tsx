import { Prefetched } from '@/components/console-frame/prefetched'
import { ProjectSettingsScreen } from '@/components/projects/project-settings-screen'
import { type ProjectParams, projectTitle, readProject } from '../project'

export const generateMetadata = projectTitle

export default async function ProjectSettingsPage({ params }: ProjectParams) {
  const { projectId } = await params
  const project = await readProject(projectId)
  return (
    <Prefetched reads={[project.state]}>
      <ProjectSettingsScreen projectId={projectId} />
    </Prefetched>
  )
}
