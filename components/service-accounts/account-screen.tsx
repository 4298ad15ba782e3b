'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { AccountKeys } from '@/components/api-keys/account-keys'
import { LoadFailed } from '@/components/feedback/states'
import { PageBody } from '@/components/layout/page'
import { RecentActivity } from '@/components/person/recent-activity'
import { KeylessSignIn } from '@/components/trust/keyless'
import { OAuthClient } from '@/components/trust/oauth-client'
import { problemOf } from '@/lib/client/problem-error'
import { AccountAccess } from './account-access'
import { AccountBanners } from './account-banners'
import { AccountDialogs } from './account-dialogs'
import { AccountFacts } from './account-facts'
import { AccountHeader } from './account-header'
import { accountQuery } from './account-queries'
import { UnfinishedNotice } from './unfinished-notice'

/** /service-accounts/{identity_id}: what it is for, what it may do, and by which keys it comes in. */
export function AccountScreen({ id }: { id: string }) {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery({
    ...accountQuery(organizationId, id),
    placeholderData: undefined,
  })
  if (!data) {
    return (
      error && (
        <LoadFailed
          title="This service account could not be loaded"
          problem={problemOf(error)}
          onRetry={refetch}
        />
      )
    )
  }
  const present = data.endedAt === null
  return (
    <>
      <AccountHeader account={data} />
      <PageBody className="flex border-t pt-0 max-lg:flex-col">
        <section
          aria-label="Access and keys"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard (WCAG 2.1.1)
          tabIndex={0}
          className="min-w-0 outline-offset-4 lg:flex-1 lg:pr-(--gutter)"
        >
          <AccountBanners account={data} />
          {present && <UnfinishedNotice account={data} />}
          {present && <AccountKeys account={data} />}
          {present && <OAuthClient account={data} />}
          {present && <KeylessSignIn account={data} />}
          {present && <AccountAccess account={data} />}
        </section>
        <aside
          aria-label="Identity and activity"
          className="lg:-mb-12 lg:min-h-[calc(100%+3rem)] lg:w-78 lg:shrink-0 lg:border-l lg:pl-5"
        >
          <AccountFacts account={data} />
          <RecentActivity member={data} />
        </aside>
      </PageBody>
      <AccountDialogs known={(asked) => (asked === data.id ? data : undefined)} />
    </>
  )
}
