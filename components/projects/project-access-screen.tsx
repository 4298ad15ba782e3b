'use client'
import { accessListCall } from '@/components/bindings/access-list'
import { AccessTab } from '@/components/bindings/access-tab'
import { GrantButton } from '@/components/bindings/grant-button'
import { placeOfProject } from '@/components/bindings/place-of'
import { ProjectFrame } from './project-frame'
import { VisibilityCards } from './visibility-cards'

/** /projects/{id}/access: who reaches a project, and by what. */
export const ProjectAccessScreen = ({ projectId }: { projectId: string }) => (
  <ProjectFrame
    projectId={projectId}
    api={accessListCall({ kind: 'project', id: projectId })}
    actions={(project) => <GrantButton place={placeOfProject(project)} />}
  >
    {(project) => (
      <>
        <VisibilityCards project={project} />
        <AccessTab place={placeOfProject(project)} />
      </>
    )}
  </ProjectFrame>
)
