'use client'
import { ProjectFrame } from './project-frame'
import { ProjectSettings } from './project-settings'

/** /projects/{id}/settings. */
export const ProjectSettingsScreen = ({ projectId }: { projectId: string }) => (
  <ProjectFrame projectId={projectId}>
    {(project) => <ProjectSettings project={project} />}
  </ProjectFrame>
)
