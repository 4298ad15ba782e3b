'use client'
import Link from 'next/link'
import { RoleChip } from '@/components/access/role-chip'
import { PageSection } from '@/components/layout/page'
import { memberHref } from '@/components/members/member-href'
import { Copied, Fact } from '@/components/person/fact'
import { Time } from '@/components/ui/time'
import { plural } from '@/lib/client/words'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { accountRole } from '@/lib/modules/service-accounts/service-account-rules'
import { AccountState, LastUsed, NextEnd } from './account-words'

/** Facts and ids, for the rail. */
export const AccountFacts = ({ account }: { account: ServiceAccount }) => (
  <PageSection title="Identity">
    <dl className="divide-y divide-border-subtle">
      <Fact name="Status">
        <AccountState account={account} />
      </Fact>
      <Fact name="Kind">Service account</Fact>
      <Fact name="Role">
        <RoleChip role={accountRole} />
      </Fact>
      <Fact name="Keys">
        <span className="flex flex-wrap items-center gap-x-2">
          {account.keys > 0 && plural(account.keys, 'key')}
          <NextEnd account={account} />
        </span>
      </Fact>
      <Fact name="Last used">
        <LastUsed account={account} />
      </Fact>
      <Fact name="Created">
        <span>
          <Time at={account.createdAt} /> <Creator account={account} />
        </span>
      </Fact>
      <Copied name="Email" value={account.email} />
      <Copied name="User ID" value={account.userId} />
      <Copied name="Identity ID" value={account.id} />
    </dl>
  </PageSection>
)

function Creator({ account: { createdBy } }: { account: ServiceAccount }) {
  if (!createdBy) return null
  if (createdBy.removed) return 'by a removed user'
  return (
    <>
      by{' '}
      <Link href={memberHref({ id: createdBy.id, kind: 'person' })} className="link">
        <bdi>{createdBy.name}</bdi>
      </Link>
    </>
  )
}
