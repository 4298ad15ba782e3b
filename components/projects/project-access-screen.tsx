'use client'
import { accessListCall } from '@/components/bindings/access-list'
import { AccessTab } from '@/components/bindings/access-tab'
import { GrantButton } from '@/components/bindings/grant-button'
import { placeOfProject } from '@/components/bindings/place-of'
import type { ProjectRow } from '@/components/resources/shapes'
import { ProjectFrame } from './project-frame'
import { useVisibility } from './use-visibility'
import { VisibilityCards } from './visibility-cards'

/** /projects/{id}/access: who reaches a project, and by what. */
export const ProjectAccessScreen = ({ projectId }: { projectId: string }) => (
  <ProjectFrame
    projectId={projectId}
    api={accessListCall({ kind: 'project', id: projectId })}
    actions={(project) => <GrantButton place={placeOfProject(project)} />}
  >
    {(project) => <ProjectAccess project={project} />}
  </ProjectFrame>
)

function ProjectAccess({ project }: { project: ProjectRow }) {
  const visibility = useVisibility(project)
  const place = { ...placeOfProject(project), goesPrivate: visibility.wanted === false }
  return (
    <>
      <VisibilityCards visibility={visibility} />
      <AccessTab place={place} />
    </>
  )
}
