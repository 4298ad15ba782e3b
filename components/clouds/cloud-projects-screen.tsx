'use client'
import { useQueryStates } from 'nuqs'
import { CreateProjectButton } from '@/components/projects/create-project-button'
import { projectListCall, projectListParsers } from '@/components/projects/project-list'
import { ProjectsTable } from '@/components/projects/projects-table'
import { useProjectCreation } from '@/components/projects/use-project-creation'
import type { CloudRow } from '@/components/resources/shapes'
import { CloudFrame } from './cloud-frame'

/** /clouds/{id}/projects. */
export function CloudProjectsScreen({ cloudId }: { cloudId: string }) {
  const [state] = useQueryStates(projectListParsers)
  return (
    <CloudFrame
      cloudId={cloudId}
      api={projectListCall(state, cloudId)}
      actions={(cloud) => <Create cloud={cloud} />}
    >
      {(cloud) => <Projects cloud={cloud} />}
    </CloudFrame>
  )
}

const Create = ({ cloud }: { cloud: CloudRow }) => (
  <CreateProjectButton creation={useProjectCreation(cloud)} />
)

const Projects = ({ cloud }: { cloud: CloudRow }) => (
  <ProjectsTable cloud={cloud} creation={useProjectCreation(cloud)} />
)
