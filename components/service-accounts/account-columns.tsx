'use client'
import { Box, Cloud } from 'lucide-react'
import Link from 'next/link'
import { Avatar } from '@/components/access/avatar'
import type { Column } from '@/components/data-table/column'
import { memberHref } from '@/components/members/member-href'
import { Chip } from '@/components/ui/chip'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import { formatCount, plural } from '@/lib/client/words'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { AccountState, LastUsed, NextEnd } from './account-words'

export const AccountAvatar = ({ account, size }: { account: ServiceAccount; size?: 32 | 44 }) => (
  <Avatar id={account.id} name={account.name} kind="service_account" size={size} />
)

const Name = ({ account: { id, name } }: { account: ServiceAccount }) => (
  <Link
    href={memberHref({ id, kind: 'service_account' })}
    prefetch={false}
    tabIndex={-1}
    className="min-w-0 hover:underline"
  >
    <Truncate className="font-medium text-foreground">{name}</Truncate>
  </Link>
)

/** Whoever works is quiet. */
const Disabled = ({ account: { disabledAt } }: { account: ServiceAccount }) =>
  disabledAt && (
    <span className="shrink-0">
      <Chip tone="warning">Disabled</Chip>
    </span>
  )

const Access = ({ account: { roles } }: { account: ServiceAccount }) =>
  roles.clouds + roles.projects === 0 ? (
    <span className="text-muted-foreground">None yet</span>
  ) : (
    <span className="flex gap-3 tabular-nums">
      <Counted icon={<Cloud />} count={roles.clouds} words={plural(roles.clouds, 'cloud')} />
      <Counted icon={<Box />} count={roles.projects} words={plural(roles.projects, 'project')} />
    </span>
  )

const Counted = (props: { icon: React.ReactNode; count: number; words: string }) => (
  <span className="flex items-center gap-1.5 [&_.lucide]:text-muted-foreground">
    {props.icon}
    <span aria-hidden>{formatCount(props.count)}</span>
    <span className="sr-only">{props.words}</span>
  </span>
)

/** How many are live, and when the first of them ends. */
const Keys = ({ account }: { account: ServiceAccount }) => (
  <span className="flex gap-2">
    <span className="w-4 shrink-0 text-right tabular-nums">
      {account.keys > 0 && formatCount(account.keys)}
    </span>
    <NextEnd account={account} />
  </span>
)

/** Whoever made it; "Removed user" once they are gone, which changes nothing for the account. */
const Creator = ({ account: { createdBy } }: { account: ServiceAccount }) => {
  if (!createdBy) return null
  return createdBy.removed ? (
    <span className="flex min-w-0 items-center gap-2 text-muted-foreground">
      <Avatar id={createdBy.id} name="" kind="removed" />
      Removed user
    </span>
  ) : (
    <Truncate>{createdBy.email}</Truncate>
  )
}

export const accountColumns: readonly Column<ServiceAccount>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 230,
    sortable: true,
    mobile: 'title',
    cell: (account) => (
      <span className="flex min-w-0 items-center gap-2">
        <AccountAvatar account={account} />
        <Name account={account} />
        <Disabled account={account} />
      </span>
    ),
    mobileCell: (account) => <Name account={account} />,
  },
  {
    id: 'purpose',
    header: 'Purpose',
    width: 190,
    mobile: 'subtitle',
    cell: ({ description }) =>
      description ? (
        <Truncate>{description}</Truncate>
      ) : (
        <span className="text-muted-foreground">Not said</span>
      ),
    mobileCell: ({ description }) => description || null,
  },
  {
    id: 'access',
    header: 'Access',
    width: 96,
    cell: (account) => <Access account={account} />,
  },
  {
    id: 'expires',
    header: 'Keys',
    width: 160,
    sortable: true,
    mobile: 'exceptions',
    cell: (account) => <Keys account={account} />,
    mobileCell: (account) => (
      <span className="flex gap-2">
        {account.keys > 0 && plural(account.keys, 'key')}
        <NextEnd account={account} />
      </span>
    ),
  },
  {
    id: 'used',
    header: 'Last used',
    width: 100,
    sortable: true,
    mobile: 'facts',
    cell: (account) => <LastUsed account={account} />,
    mobileCell: ({ lastUsedAt }) => (
      <>
        Last used: <Time at={lastUsedAt} />
      </>
    ),
  },
  {
    id: 'creator',
    header: 'Created by',
    width: 210,
    cell: (account) => <Creator account={account} />,
  },
  {
    id: 'created',
    header: 'Created',
    width: 84,
    sortable: true,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
  {
    id: 'state',
    header: 'Status',
    width: 130,
    optional: true,
    mobile: 'exceptions',
    cell: (account) => <AccountState account={account} />,
    mobileCell: (account) => (account.disabledAt ? <AccountState account={account} /> : null),
  },
  {
    id: 'email',
    header: 'Email',
    width: 320,
    optional: true,
    cell: ({ email }) => <Truncate>{email}</Truncate>,
  },
  {
    id: 'user-id',
    header: 'User ID',
    width: 250,
    optional: true,
    cell: ({ userId }) => <code className="font-mono text-xs">{userId}</code>,
  },
]
