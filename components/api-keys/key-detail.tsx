'use client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useViewer } from '@/components/access/viewer'
import { LoadFailed } from '@/components/feedback/states'
import { DayChart } from '@/components/overview/day-chart'
import { Drawer } from '@/components/ui/drawer'
import { Skeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { formatCount, plural, sentence } from '@/lib/client/words'
import { entryOf, isPermission } from '@/lib/domain/permissions'
import type { ApiKeyDetail } from '@/lib/modules/api-keys/api-key-detail'
import { clippedWords } from './asked-words'
import { ceilingWords } from './ceiling-choice'
import { LastSix } from './key-columns'

type Props = {
  keyId: string
  onClose: () => void
  /** Buttons for what may be done with it. */
  footer?: (key: ApiKeyDetail) => ReactNode
}

/** The drawer of one key: what it may do, who made it, how it is used, when it ends. */
export function KeyDetail({ keyId, onClose, footer }: Props) {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery({
    ...consoleQuery<ApiKeyDetail>(organizationId, 'api_key.read', { keyId }),
    placeholderData: undefined,
  })
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={data ? <bdi>{data.name}</bdi> : 'API key'}
      description={data && <LastSix apiKey={data} />}
      footer={data && footer?.(data)}
    >
      <div className="flex flex-col gap-5 p-5">
        {data ? <Detail apiKey={data} /> : !error && <Skeleton className="h-5 w-1/2" />}
        {error && <LoadFailed problem={problemOf(error)} onRetry={refetch} />}
      </div>
    </Drawer>
  )
}

function Detail({ apiKey }: { apiKey: ApiKeyDetail }) {
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-8 gap-y-1.5 [&>dd]:min-w-0 [&>dd]:[overflow-wrap:anywhere] [&>dt]:text-muted-foreground">
        <Life apiKey={apiKey} />
        <dt>Acts as</dt>
        <dd>
          <bdi>{apiKey.holder.name}</bdi>
          {apiKey.holder.removed && ', who is removed'}
        </dd>
        <dt>May do</dt>
        <dd>
          <CeilingFacts apiKey={apiKey} />
        </dd>
        <dt>Last used</dt>
        <dd>
          <LastUse apiKey={apiKey} />
        </dd>
        <dt>Made</dt>
        <dd>
          <Time at={apiKey.createdAt} />
          {apiKey.madeBy && (
            <>
              {' by '}
              {apiKey.madeBy.removed ? 'a removed user' : <bdi>{apiKey.madeBy.name}</bdi>}
            </>
          )}
          {sources[apiKey.source]}
        </dd>
      </dl>
      <Uses apiKey={apiKey} />
    </>
  )
}

const sources = {
  console: ', in the console',
  api: ', by a program',
  login: ', by signing in at a command line',
  rotation: ', by rotation',
} as const

function Life({ apiKey }: { apiKey: ApiKeyDetail }) {
  const { expiresAt, revokedAt, replaces, replacedBy } = apiKey
  const clipped = clippedWords(apiKey)
  const gone = (other: NonNullable<typeof replaces>) => other.revokedAt ?? other.expiresAt
  return (
    <>
      <dt>Ends</dt>
      <dd>
        {revokedAt ? (
          <>
            Revoked <Time at={revokedAt} />
          </>
        ) : expiresAt ? (
          <Time at={expiresAt} kind="countdown" />
        ) : (
          'Never, until it is revoked'
        )}
        {clipped && <p className="text-warning-text text-xs">{clipped}</p>}
      </dd>
      {replacedBy && (
        <>
          <dt>Replaced by</dt>
          <dd>
            <LastSix apiKey={replacedBy} />, made <Time at={replacedBy.createdAt} />
          </dd>
        </>
      )}
      {replaces && (
        <>
          <dt>In place of</dt>
          <dd>
            <LastSix apiKey={replaces} />
            {gone(replaces) && (
              <>
                , ends <Time at={gone(replaces)} kind="countdown" />
              </>
            )}
          </dd>
        </>
      )}
    </>
  )
}

function CeilingFacts({ apiKey: { ceiling, places } }: { apiKey: ApiKeyDetail }) {
  const named = [...places.clouds, ...places.projects]
  const labels = (ceiling?.permissions ?? []).map((name) =>
    isPermission(name) ? sentence(entryOf(name).label) : name,
  )
  return (
    <>
      {ceilingWords(ceiling)}
      {[...labels.map((name) => ({ id: name, name })), ...named].map(({ id, name }) => (
        <span key={id} className="block text-foreground-2 text-sm">
          <bdi>{name}</bdi>
        </span>
      ))}
    </>
  )
}

function LastUse({ apiKey }: { apiKey: ApiKeyDetail }) {
  const { lastUsedAt, lastUsedAddress, lastUsedClient } = apiKey
  if (!lastUsedAt) return <span className="text-muted-foreground">Not used yet</span>
  return (
    <>
      <Time at={lastUsedAt} />
      {lastUsedAddress && <> from {lastUsedAddress}</>}
      {lastUsedClient && (
        <span className="block text-foreground-2 text-sm">
          <bdi>{lastUsedClient}</bdi>
        </span>
      )}
    </>
  )
}

/** How often a day, and what was called. */
function Uses({ apiKey: { days, calls } }: { apiKey: ApiKeyDetail }) {
  const values = days.map(({ requests }) => requests)
  const all = values.reduce((sum, value) => sum + value, 0)
  const words = `${plural(all, 'request')} in 30 days.`
  return (
    <>
      <DayChart
        title="Requests"
        days={days.map(({ day }) => day)}
        up={{ label: 'Requests', values }}
        alternative={words}
      >
        {words} Days in UTC, up to a minute late.
      </DayChart>
      {calls.length > 0 && (
        <section>
          <h3 className="mb-2 font-medium">What it called</h3>
          <ul className="divide-y divide-border-subtle border-y">
            {calls.map(({ useCase, requests }) => (
              <li key={useCase} className="flex justify-between gap-4 py-1">
                <code className="min-w-0 truncate font-mono text-xs">{useCase}</code>
                <span className="tabular-nums">{formatCount(requests)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
