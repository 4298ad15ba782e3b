'use client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useViewer } from '@/components/access/viewer'
import type { ApiCall } from '@/components/api-call/curl'
import { Loaded } from '@/components/feedback/loaded'
import { PageHeader, PageTabs } from '@/components/layout/page'
import { bounded } from '@/components/resources/bounded'
import type { CloudRow } from '@/components/resources/shapes'
import { Chip } from '@/components/ui/chip'
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
  const read = useQuery({
    ...cloudQuery(organizationId, cloudId),
    placeholderData: undefined,
  })
  const base = `/clouds/${cloudId}`
  return (
    <Loaded read={read} failed="This cloud could not be loaded">
      {(cloud) => (
        <>
          <PageHeader
            title={cloud.name}
            crumb={{ label: 'Clouds', href: '/clouds' }}
            aside={
              <>
                <Chip>{placeWords(cloud)}</Chip>
                {cloud.isDefault && <Chip>Default cloud</Chip>}
              </>
            }
            api={api ?? { method: 'GET', path: `/api/v2/clouds/${cloudId}` }}
            actions={actions?.(cloud)}
          />
          <PageTabs
            label="Cloud"
            tabs={[
              {
                href: `${base}/access`,
                label: 'Access',
                count: cloud.members === null ? undefined : bounded(cloud.members),
              },
              { href: `${base}/projects`, label: 'Projects', count: cloud.projects },
              { href: `${base}/settings`, label: 'Settings' },
            ]}
          />
          {children(cloud)}
        </>
      )}
    </Loaded>
  )
}
