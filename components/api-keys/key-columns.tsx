'use client'
import { StatusDot } from '@/components/access/status-dot'
import type { Column } from '@/components/data-table/column'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import { useNow } from '@/lib/client/clock'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { endsSoon } from './own-keys'

export const LastSix = ({ apiKey }: { apiKey: Pick<ApiKey, 'lastSix'> }) => (
  <code className="whitespace-nowrap font-mono text-muted-foreground text-xs">
    …{apiKey.lastSix}
  </code>
)

type EndsProps = { apiKey: ApiKey; children?: string }

function Ends({ apiKey: { expiresAt }, children }: EndsProps) {
  const now = useNow()
  const soon = now !== null && endsSoon(expiresAt, now)
  return (
    <StatusDot tone={soon ? 'warning' : 'quiet'}>
      <span>
        {children} <Time at={expiresAt} kind="countdown" />
      </span>
    </StatusDot>
  )
}

const LastUsed = ({ apiKey: { lastUsedAt } }: { apiKey: ApiKey }) =>
  lastUsedAt ? (
    <Time at={lastUsedAt} />
  ) : (
    <span className="text-muted-foreground">Not used yet</span>
  )

export const keyColumns: readonly Column<ApiKey>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 280,
    mobile: 'title',
    cell: ({ name }) => <Truncate className="font-medium text-foreground">{name}</Truncate>,
  },
  {
    id: 'key',
    header: 'Key',
    width: 130,
    mobile: 'badge',
    cell: (apiKey) => <LastSix apiKey={apiKey} />,
  },
  {
    id: 'created',
    header: 'Created',
    width: 130,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
  {
    id: 'used',
    header: 'Last used',
    width: 150,
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
    width: 130,
    mobile: 'exceptions',
    cell: (apiKey) => <Ends apiKey={apiKey} />,
    mobileCell: (apiKey) => <Ends apiKey={apiKey}>Ends</Ends>,
  },
]
