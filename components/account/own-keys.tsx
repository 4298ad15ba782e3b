'use client'
import { useQuery } from '@tanstack/react-query'
import { StatusDot } from '@/components/access/status-dot'
import { useViewer } from '@/components/access/viewer'
import { LastSix } from '@/components/api-keys/key-columns'
import type { KeyPage } from '@/components/api-keys/key-list'
import { endsSoon } from '@/components/api-keys/own-keys'
import { PageSection } from '@/components/layout/page'
import { SectionLine, SectionList } from '@/components/person/section-list'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import { useNow } from '@/lib/client/clock'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'

const SHOWN = 5

/** The newest of one's own live keys here; the rest, and what is done with them, are on the page of keys. */
export function OwnKeys() {
  const { organizationId, organizationName } = useViewer()
  const { data, error, refetch } = useQuery(
    consoleQuery<KeyPage>(organizationId, 'api_key.list_own', { state: 'live', count: SHOWN }),
  )
  const more = (data?.total.count ?? 0) - SHOWN
  return (
    <PageSection
      title="API keys"
      className="py-5"
      aside={
        <LinkButton variant="link" href="/api-keys">
          {more > 0 ? `All API keys (${more} more)` : 'All API keys'}
        </LinkButton>
      }
    >
      <SectionList
        label="API keys"
        rows={data?.rows}
        problem={error && problemOf(error)}
        onRetry={refetch}
        empty={
          <>
            No program can act as you in <bdi>{organizationName}</bdi>: you have no live keys.
          </>
        }
      >
        {(apiKey) => <KeyLine key={apiKey.id} apiKey={apiKey} />}
      </SectionList>
    </PageSection>
  )
}

function KeyLine({ apiKey }: { apiKey: ApiKey }) {
  const now = useNow()
  const soon = now !== null && endsSoon(apiKey.expiresAt, now)
  return (
    <SectionLine
      name={
        <>
          <bdi className="font-medium text-foreground">{apiKey.name}</bdi>{' '}
          <LastSix apiKey={apiKey} />
        </>
      }
      facts={[
        apiKey.lastUsedAt ? (
          <>
            Used <Time at={apiKey.lastUsedAt} />
          </>
        ) : (
          'Never used'
        ),
        <>
          Made <Time at={apiKey.createdAt} />
        </>,
        <StatusDot key="ends" tone={soon ? 'warning' : 'quiet'}>
          <span>
            Ends <Time at={apiKey.expiresAt} kind="countdown" />
          </span>
        </StatusDot>,
      ]}
      action={null}
    />
  )
}
