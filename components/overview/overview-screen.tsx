'use client'
import { useQuery } from '@tanstack/react-query'
import { UserRoundPlus } from 'lucide-react'
import { useViewer } from '@/components/access/viewer'
import { Loaded } from '@/components/feedback/loaded'
import { PageBody, PageHeader } from '@/components/layout/page'
import { LinkButton } from '@/components/ui/link-button'
import { Charts } from './charts'
import { Needs } from './needs'
import { overviewQuery } from './overview'

/** /overview: the owners' home. */
export function OverviewScreen() {
  const { organizationId, organizationName } = useViewer()
  const read = useQuery(overviewQuery(organizationId))
  return (
    <>
      <PageHeader
        title="Overview"
        description={
          <>
            What waits for a decision in <bdi>{organizationName}</bdi>.
          </>
        }
        api={{ method: 'GET', path: '/api/gatehouse/v1/overview/' }}
        actions={
          <LinkButton variant="primary" icon={<UserRoundPlus />} href="/users?invite=1">
            Invite
          </LinkButton>
        }
      />
      <Loaded read={read} failed="The overview could not be loaded">
        {(overview) => (
          <PageBody>
            <Needs {...overview} />
            <Charts {...overview} />
          </PageBody>
        )}
      </Loaded>
    </>
  )
}
