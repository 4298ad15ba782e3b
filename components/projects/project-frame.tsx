'use client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useViewer } from '@/components/access/viewer'
import type { ApiCall } from '@/components/api-call/curl'
import { Loaded } from '@/components/feedback/loaded'
import { PageHeader, PageTabs } from '@/components/layout/page'
import { bounded } from '@/components/resources/bounded'
import type { ProjectRow } from '@/components/resources/shapes'
import { Chip } from '@/components/ui/chip'
import { projectQuery } from './project-queries'
import { VisibilityChip } from './visibility-chip'

type Props = {
  projectId: string
  api?: ApiCall
  actions?: (project: ProjectRow) => ReactNode
  children: (project: ProjectRow) => ReactNode
}

/** What the tabs of one project share: its name, where it is, and the tabs. */
export function ProjectFrame({ projectId, api, actions, children }: Props) {
  const { organizationId } = useViewer()
  const read = useQuery({
    ...projectQuery(organizationId, projectId),
    placeholderData: undefined,
  })
  const base = `/projects/${projectId}`
  return (
    <Loaded read={read} failed="This project could not be loaded">
      {(project) => (
        <>
          <PageHeader
            title={project.name}
            crumb={[
              { label: 'Projects', href: '/projects' },
              { label: project.cloud.name, href: `/clouds/${project.cloud.id}/projects` },
            ]}
            aside={
              <>
                <VisibilityChip isPublic={project.isPublic} />
                {project.isDefault && <Chip>Default project</Chip>}
              </>
            }
            api={api ?? { method: 'GET', path: `/api/v2/projects/${projectId}` }}
            actions={actions?.(project)}
          />
          <PageTabs
            label="Project"
            tabs={[
              { href: `${base}/access`, label: 'Access', count: bounded(project.members) },
              { href: `${base}/settings`, label: 'Settings' },
            ]}
          />
          {children(project)}
        </>
      )}
    </Loaded>
  )
}
