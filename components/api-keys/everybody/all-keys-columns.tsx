'use client'
import Link from 'next/link'
import { Avatar } from '@/components/access/avatar'
import { StatusDot } from '@/components/access/status-dot'
import type { Column } from '@/components/data-table/column'
import { memberHref } from '@/components/members/member-href'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import { useNow } from '@/lib/client/clock'
import type { KeyOfOrganization } from '@/lib/modules/api-keys/api-key'
import { ceilingWords } from '../ceiling-choice'
import { LastSix } from '../key-columns'
import { endsSoon } from '../own-keys'

type Row = { apiKey: KeyOfOrganization }

const Holder = ({ apiKey: { holder } }: Row) =>
  holder.removed ? (
    <Removed id={holder.id} />
  ) : (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar
        id={holder.id}
        name={holder.name}
        kind={holder.kind === 'service_account' ? 'service_account' : undefined}
      />
      <Link href={memberHref(holder)} prefetch={false} className="min-w-0 hover:underline">
        <Truncate>{holder.name}</Truncate>
      </Link>
    </span>
  )

const Removed = ({ id }: { id: string }) => (
  <span className="flex min-w-0 items-center gap-2 text-muted-foreground">
    <Avatar id={id} name="" kind="removed" />
    Removed user
  </span>
)

const Maker = ({ apiKey: { holder, madeBy } }: Row) => {
  if (madeBy.id === holder.id) return <span className="text-muted-foreground">Its holder</span>
  return madeBy.removed ? <Removed id={madeBy.id} /> : <Truncate>{madeBy.name}</Truncate>
}

const LastUsed = ({ apiKey: { lastUsedAt } }: Row) =>
  lastUsedAt ? (
    <Time at={lastUsedAt} />
  ) : (
    <span className="text-muted-foreground">Not used yet</span>
  )

function Ends({ apiKey: { expiresAt, revokedAt } }: Row) {
  const now = useNow()
  if (revokedAt) {
    return (
      <StatusDot tone="quiet">
        <span>
          Revoked: <Time at={revokedAt} />
        </span>
      </StatusDot>
    )
  }
  if (!expiresAt) return <StatusDot tone="warning">Does not end</StatusDot>
  const over = now !== null && Date.parse(expiresAt) <= now
  const soon = now !== null && endsSoon(expiresAt, now)
  return (
    <StatusDot tone={over ? 'destructive' : soon ? 'warning' : 'quiet'}>
      <span>
        {over ? (
          <>
            Expired: <Time at={expiresAt} />
          </>
        ) : (
          <Time at={expiresAt} kind="countdown" />
        )}
      </span>
    </StatusDot>
  )
}

export const allKeysColumns: readonly Column<KeyOfOrganization>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 210,
    sortable: true,
    mobile: 'title',
    cell: ({ name }) => <Truncate className="font-medium text-foreground">{name}</Truncate>,
  },
  {
    id: 'key',
    header: 'Key',
    width: 90,
    mobile: 'badge',
    cell: (apiKey) => <LastSix apiKey={apiKey} />,
  },
  {
    id: 'holder',
    header: 'Holder',
    width: 200,
    mobile: 'subtitle',
    cell: (apiKey) => <Holder apiKey={apiKey} />,
    mobileCell: ({ holder }) => (holder.removed ? 'Removed user' : holder.name),
  },
  {
    id: 'maker',
    header: 'Made by',
    width: 140,
    cell: (apiKey) => <Maker apiKey={apiKey} />,
  },
  {
    id: 'created',
    header: 'Created',
    width: 110,
    sortable: true,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
  {
    id: 'used',
    header: 'Last used',
    width: 130,
    sortable: true,
    mobile: 'facts',
    cell: (apiKey) => <LastUsed apiKey={apiKey} />,
    mobileCell: (apiKey) =>
      apiKey.lastUsedAt ? (
        <>
          Last used: <LastUsed apiKey={apiKey} />
        </>
      ) : (
        <LastUsed apiKey={apiKey} />
      ),
  },
  {
    id: 'ends',
    header: 'Ends',
    width: 150,
    sortable: true,
    mobile: 'exceptions',
    cell: (apiKey) => <Ends apiKey={apiKey} />,
  },
  {
    id: 'may',
    header: 'May do',
    width: 160,
    optional: true,
    cell: ({ ceiling }) => (
      <Truncate>{ceiling ? ceilingWords(ceiling) : 'Everything its holder may'}</Truncate>
    ),
  },
]
