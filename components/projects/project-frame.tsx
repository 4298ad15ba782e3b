'use client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useViewer } from '@/components/access/viewer'
import type { ApiCall } from '@/components/api-call/curl'
import { LoadFailed } from '@/components/feedback/states'
import { PageHeader, PageTabs } from '@/components/layout/page'
import { bounded } from '@/components/resources/bounded'
import type { ProjectRow } from '@/components/resources/shapes'
import { Chip } from '@/components/ui/chip'
import { problemOf } from '@/lib/client/problem-error'
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
  const { data, error, refetch } = useQuery({
    ...projectQuery(organizationId, projectId),
    placeholderData: undefined,
  })
  if (!data) {
    return (
      error && (
        <LoadFailed
          title="This project could not be loaded"
          problem={problemOf(error)}
          onRetry={refetch}
        />
      )
    )
  }
  const base = `/projects/${projectId}`
  return (
    <>
      <PageHeader
        title={data.name}
        crumb={[
          { label: 'Projects', href: '/projects' },
          { label: data.cloud.name, href: `/clouds/${data.cloud.id}/projects` },
        ]}
        aside={
          <>
            <VisibilityChip isPublic={data.isPublic} />
            {data.isDefault && <Chip>Default project</Chip>}
          </>
        }
        api={api ?? { method: 'GET', path: `/api/v2/projects/${projectId}` }}
        actions={actions?.(data)}
      />
      <PageTabs
        label="Project"
        tabs={[
          { href: `${base}/access`, label: 'Access', count: bounded(data.members) },
          { href: `${base}/settings`, label: 'Settings' },
        ]}
      />
      {children(data)}
    </>
  )
}
