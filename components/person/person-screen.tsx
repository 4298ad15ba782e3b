'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { AccountKeys } from '@/components/api-keys/account-keys'
import { Contained } from '@/components/feedback/contained'
import { LoadFailed } from '@/components/feedback/states'
import { PageBody } from '@/components/layout/page'
import { useDialogs } from '@/components/members/use-dialogs'
import { lazily } from '@/components/ui/lazily'
import { problemOf } from '@/lib/client/problem-error'
import { AccessSection } from './access-section'
import { IdentityFacts } from './identity-facts'
import { KeysSection } from './keys-section'
import { PersonHeader } from './person-header'
import { profileQuery } from './person-queries'
import { RecentActivity } from './recent-activity'
import { RemovedBanner } from './removed-banner'
import { SessionsSection } from './sessions-section'
import { SuspendedBanner } from './suspended-banner'

const ManageAccess = lazily(() =>
  import('@/components/members/manage-access').then((m) => m.ManageAccess),
)
const RemoveMember = lazily(() =>
  import('@/components/members/remove-member').then((m) => m.RemoveMember),
)

const SuspendMember = lazily(() =>
  import('@/components/members/suspend-member').then((m) => m.SuspendMember),
)

type Props = { id: string }

/** /users/{identity_id}: who somebody is, what they may do here, and by what they come in. */
export function PersonScreen({ id }: Props) {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery({
    ...profileQuery(organizationId, id),
    placeholderData: undefined,
  })
  const { manage, remove, suspend, show, close } = useDialogs()
  if (!data) {
    return (
      error && (
        <LoadFailed
          title="This person could not be loaded"
          problem={problemOf(error)}
          onRetry={refetch}
        />
      )
    )
  }
  const { member, owners } = data
  const present = member.endedAt === null
  return (
    <>
      <PersonHeader profile={data} onShow={show} />
      <PageBody className="flex border-t pt-0 max-lg:flex-col">
        <section
          aria-label="Access, sessions and keys"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard (WCAG 2.1.1)
          tabIndex={0}
          className="min-w-0 outline-offset-4 lg:flex-1 lg:pr-(--gutter)"
        >
          <RemovedBanner profile={data} />
          <SuspendedBanner profile={data} />
          <AccessSection profile={data} />
          {present && <SessionsSection member={member} />}
          {present &&
            (member.kind === 'service_account' ? (
              <AccountKeys account={member} />
            ) : (
              <KeysSection member={member} />
            ))}
        </section>
        <aside
          aria-label="Identity and activity"
          className="lg:-mb-12 lg:min-h-[calc(100%+3rem)] lg:w-78 lg:shrink-0 lg:border-l lg:pl-5"
        >
          <IdentityFacts profile={data} />
          <RecentActivity member={member} />
        </aside>
      </PageBody>
      <Contained onClose={close}>
        {manage === member.id && present && (
          <ManageAccess memberId={member.id} known={member} owners={owners} onClose={close} />
        )}
        {remove === member.id && present && (
          <RemoveMember
            memberId={member.id}
            name={member.name}
            onClose={close}
            onManage={() => show({ manage: member.id })}
            onSuspend={() => show({ suspend: member.id })}
          />
        )}
        {suspend === member.id && present && (
          <SuspendMember memberId={member.id} name={member.name} onClose={close} />
        )}
      </Contained>
    </>
  )
}
