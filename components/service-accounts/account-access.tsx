'use client'
import { useQueryState } from 'nuqs'
import { HeldTree } from '@/components/access-tree/held-tree'
import { ViewSwitch, viewParser } from '@/components/access-tree/view-switch'
import { PageSection } from '@/components/layout/page'
import { LineActions } from '@/components/person/line-actions'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { accountRole } from '@/lib/modules/service-accounts/service-account-rules'

/** What it holds, where each role comes from, and how it is changed; it is always a collaborator. */
export function AccountAccess({ account }: { account: ServiceAccount }) {
  const [view, setView] = useQueryState('view', viewParser)
  const { id, name, email, createdAt } = account
  const member = { id, name, email, role: accountRole } as const
  return (
    <PageSection
      title="Access"
      aside={<ViewSwitch view={view} onChange={(next) => setView(next)} />}
    >
      <HeldTree
        label="Access"
        whose={{ own: false, name }}
        memberId={id}
        role={accountRole}
        limits={[]}
        joined={{ origin: 'owner', since: createdAt, how: 'Created by an owner' }}
        view={view}
        actions={(line) => <LineActions member={member} line={line} />}
      />
      <p className="mt-2 text-muted-foreground">
        Always a collaborator: a service account can’t become an owner. Roles are given on the
        Access tab of a cloud or a project, as to people.
      </p>
    </PageSection>
  )
}
