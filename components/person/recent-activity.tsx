'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useViewer } from '@/components/access/viewer'
import { RecentEvents } from '@/components/audit-log/recent-events'
import { LoadFailed } from '@/components/feedback/states'
import { PageSection } from '@/components/layout/page'
import { problemOf } from '@/lib/client/problem-error'
import type { Member } from '@/lib/modules/members/member'
import { recentQuery } from './person-queries'

/** What somebody did lately, and what was done to them or to what is theirs. */
export function RecentActivity({ member: { id, name } }: { member: Pick<Member, 'id' | 'name'> }) {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery({
    ...recentQuery(organizationId, id),
    placeholderData: undefined,
  })
  const href = `/audit-log?about=${id}`
  return (
    <PageSection
      title="Recent activity"
      aside={
        <Link href={href} className="link">
          Open in audit log
        </Link>
      }
    >
      {data && data.rows.length > 0 && <RecentEvents rows={data.rows} href={href} />}
      {data?.rows.length === 0 && (
        <p className="border-t py-2.5 text-muted-foreground">
          Nothing about <bdi>{name}</bdi> is recorded yet.
        </p>
      )}
      {!data && error && (
        <LoadFailed
          title="Activity could not be loaded"
          problem={problemOf(error)}
          onRetry={refetch}
        />
      )}
    </PageSection>
  )
}
