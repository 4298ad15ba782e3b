'use client'
import { useQuery } from '@tanstack/react-query'
import { useDenial, useViewer } from '@/components/access/viewer'
import { PageSection } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { problemOf } from '@/lib/client/problem-error'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import type { Member } from '@/lib/modules/members/member'
import { KeyLine } from './key-line'
import { keysQuery } from './person-queries'
import { SectionList } from './section-list'
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
        {(apiKey) => <RevocableKey key={apiKey.id} apiKey={apiKey} member={member} />}
      </SectionList>
    </PageSection>
  )
}

function RevocableKey({ apiKey, member }: { apiKey: ApiKey; member: Member }) {
  const denial = useDenial()
  const revoke = useRevokeKey(member)
  return (
    <KeyLine
      apiKey={apiKey}
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
