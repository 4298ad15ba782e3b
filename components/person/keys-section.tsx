'use client'
import { useQuery } from '@tanstack/react-query'
import { StatusDot } from '@/components/access/status-dot'
import { useDenial, useViewer } from '@/components/access/viewer'
import { LastSix } from '@/components/api-keys/key-columns'
import { endsSoon } from '@/components/api-keys/own-keys'
import { PageSection } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import { useNow } from '@/lib/client/clock'
import { problemOf } from '@/lib/client/problem-error'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import type { Member } from '@/lib/modules/members/member'
import { keysQuery } from './person-queries'
import { SectionLine, SectionList } from './section-list'
import { useRevokeKey } from './use-revoke-key'

/** The live keys of somebody: programs that hold one act as them. */
export function KeysSection({ member }: { member: Member }) {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery({
    ...keysQuery(organizationId, member.id),
    placeholderData: undefined,
  })
  return (
    <PageSection title="API keys">
      <SectionList
        label="API keys"
        rows={data?.rows}
        problem={error && problemOf(error)}
        onRetry={refetch}
        empty={
          <>
            No program can act as <bdi>{member.name}</bdi>: there are no live keys.
          </>
        }
      >
        {(apiKey) => <KeyLine key={apiKey.id} apiKey={apiKey} member={member} />}
      </SectionList>
    </PageSection>
  )
}

function KeyLine({ apiKey, member }: { apiKey: ApiKey; member: Member }) {
  const denial = useDenial()
  const revoke = useRevokeKey(member)
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
          <span key="used" className="text-muted-foreground">
            Never used
          </span>
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
      action={
        <Button
          variant="ghost"
          size="small"
          aria-label={`Revoke ${apiKey.name}…`}
          disabledReason={denial('api_key.revoke')}
          onClick={() => revoke(apiKey)}
        >
          Revoke…
        </Button>
      }
    />
  )
}
