'use client'
import { StatusDot } from '@/components/access/status-dot'
import type { Column } from '@/components/data-table/column'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import { useNow } from '@/lib/client/clock'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import type { KeyState } from '@/lib/modules/api-keys/api-key-rules'
import { ceilingWords } from './ceiling-choice'
import { endsSoon } from './own-keys'
import type { KeyRow } from './pairs'

export const LastSix = ({ apiKey }: { apiKey: Pick<ApiKey, 'lastSix'> }) => (
  <code className="whitespace-nowrap font-mono text-muted-foreground text-xs">
    …{apiKey.lastSix}
  </code>
)

type EndsProps = { apiKey: KeyRow; children?: string }

/** When a live key ends; amber near its end. */
function Ends({ apiKey: { expiresAt, newer }, children }: EndsProps) {
  const now = useNow()
  if (!expiresAt) return <StatusDot tone="warning">Does not end</StatusDot>
  const soon = now !== null && endsSoon(expiresAt, now)
  return (
    <StatusDot tone={soon ? 'warning' : 'quiet'}>
      <span>
        {newer ? 'Replaced, ends' : children} <Time at={expiresAt} kind="countdown" />
      </span>
    </StatusDot>
  )
}

/** How an ended key ended: by somebody's hand, or of itself, which a program may not have noticed. */
const Ended = ({ apiKey: { revokedAt, expiresAt } }: { apiKey: ApiKey }) => (
  <StatusDot tone={revokedAt ? 'quiet' : 'destructive'}>
    <span>
      {revokedAt ? 'Revoked:' : 'Expired:'} <Time at={revokedAt ?? expiresAt} />
    </span>
  </StatusDot>
)

const LastUsed = ({ apiKey: { lastUsedAt } }: { apiKey: ApiKey }) =>
  lastUsedAt ? (
    <Time at={lastUsedAt} />
  ) : (
    <span className="text-muted-foreground">Not used yet</span>
  )

const common: readonly Column<KeyRow>[] = [
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
    id: 'may',
    header: 'May do',
    width: 190,
    cell: ({ ceiling }) => (
      <Truncate className={ceiling ? '' : 'text-muted-foreground'}>
        {ceiling ? ceilingWords(ceiling) : 'Everything'}
      </Truncate>
    ),
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
]

const ends: Column<KeyRow> = {
  id: 'ends',
  header: 'Ends',
  width: 150,
  mobile: 'exceptions',
  cell: (apiKey) => <Ends apiKey={apiKey} />,
  mobileCell: (apiKey) => <Ends apiKey={apiKey}>Ends</Ends>,
}

const ended: Column<KeyRow> = {
  id: 'ended',
  header: 'Ended',
  width: 150,
  mobile: 'exceptions',
  cell: (apiKey) => <Ended apiKey={apiKey} />,
}

export const keyColumns: Record<KeyState, readonly Column<KeyRow>[]> = {
  live: [...common, ends],
  ended: [...common, ended],
}
