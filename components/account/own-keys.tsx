'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import type { KeyPage } from '@/components/api-keys/key-list'
import { PageSection } from '@/components/layout/page'
import { KeyLine } from '@/components/person/key-line'
import { SectionList } from '@/components/person/section-list'
import { LinkButton } from '@/components/ui/link-button'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'

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
        {(apiKey) => <KeyLine key={apiKey.id} apiKey={apiKey} action={null} />}
      </SectionList>
    </PageSection>
  )
}
