'use client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useViewer } from '@/components/access/viewer'
import type { ApiCall } from '@/components/api-call/curl'
import { LoadFailed } from '@/components/feedback/states'
import { PageHeader, PageTabs } from '@/components/layout/page'
import { bounded } from '@/components/resources/bounded'
import type { CloudRow } from '@/components/resources/shapes'
import { Chip } from '@/components/ui/chip'
import { problemOf } from '@/lib/client/problem-error'
import { cloudQuery } from './cloud-queries'
import { placeWords } from './provider-words'

type Props = {
  cloudId: string
  /** The call of the tab; without it that of the cloud itself. */
  api?: ApiCall
  actions?: (cloud: CloudRow) => ReactNode
  children: (cloud: CloudRow) => ReactNode
}

/** What the tabs of one cloud share: its name and facts, and the tabs. */
export function CloudFrame({ cloudId, api, actions, children }: Props) {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery({
    ...cloudQuery(organizationId, cloudId),
    placeholderData: undefined,
  })
  if (!data) {
    return (
      error && (
        <LoadFailed
          title="This cloud could not be loaded"
          problem={problemOf(error)}
          onRetry={refetch}
        />
      )
    )
  }
  const base = `/clouds/${cloudId}`
  return (
    <>
      <PageHeader
        title={data.name}
        crumb={{ label: 'Clouds', href: '/clouds' }}
        aside={
          <>
            <Chip>{placeWords(data)}</Chip>
            {data.isDefault && <Chip>Default cloud</Chip>}
          </>
        }
        api={api ?? { method: 'GET', path: `/api/v2/clouds/${cloudId}` }}
        actions={actions?.(data)}
      />
      <PageTabs
        label="Cloud"
        tabs={[
          {
            href: `${base}/access`,
            label: 'Access',
            count: data.members === null ? undefined : bounded(data.members),
          },
          { href: `${base}/projects`, label: 'Projects', count: data.projects },
          { href: `${base}/settings`, label: 'Settings' },
        ]}
      />
      {children(data)}
    </>
  )
}
