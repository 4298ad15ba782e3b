'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { RecentEvents } from '@/components/audit-log/recent-events'
import { LoadFailed } from '@/components/feedback/states'
import { PageSection } from '@/components/layout/page'
import { Drawer } from '@/components/ui/drawer'
import { Skeleton } from '@/components/ui/skeleton'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import type { History } from './history'
import { HistoryFacts } from './history-facts'
import { HistoryOthers } from './history-others'

type Props = { id: string; onOpen: (id: string) => void; onClose: () => void }

/** One invitation: who sent it, how far it came, what became of it, and the others to its address. */
export function InvitationHistory({ id, onOpen, onClose }: Props) {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery({
    ...consoleQuery<History>(organizationId, 'invitation.history', { id }),
    staleTime: 0,
  })
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={data ? <bdi>{data.invitation.email}</bdi> : 'Invitation'}
      description="What became of this invitation"
    >
      {error && !data && (
        <LoadFailed
          problem={problemOf(error)}
          onRetry={refetch}
          title="The invitation could not be loaded"
        />
      )}
      {!error && !data && (
        <div role="status" aria-label="Loading" className="flex flex-col gap-3 p-5">
          <Skeleton className="h-5" />
          <Skeleton className="h-5" />
          <Skeleton className="h-5" />
        </div>
      )}
      {data && (
        <div className="px-5 pb-6">
          <HistoryFacts {...data} />
          <PageSection title="Other invitations to this address">
            <HistoryOthers invitation={data.invitation} others={data.others} onOpen={onOpen} />
          </PageSection>
          {data.events && (
            <PageSection title="Events">
              {data.events.length > 0 ? (
                <RecentEvents rows={data.events} href={`/audit-log?subject=${id}`} />
              ) : (
                <p className="text-muted-foreground">None are recorded.</p>
              )}
            </PageSection>
          )}
        </div>
      )}
    </Drawer>
  )
}
