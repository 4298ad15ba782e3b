'use client'
import { useQueryStates } from 'nuqs'
import { PageHeader } from '@/components/layout/page'
import { CreateProjectButton } from './create-project-button'
import { projectListCall, projectListParsers } from './project-list'
import { ProjectsTable } from './projects-table'
import { useProjectCreation } from './use-project-creation'

/** /projects: those that the reader can reach, across clouds. */
export function ProjectsScreen() {
  const [state] = useQueryStates(projectListParsers)
  const creation = useProjectCreation()
  return (
    <>
      <PageHeader
        title="Projects"
        api={projectListCall(state)}
        actions={<CreateProjectButton creation={creation} />}
      />
      <ProjectsTable creation={creation} />
    </>
  )
}
