'use client'
import { Ban, Plus, Trash2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useDenial, useViewer } from '@/components/access/viewer'
import { useFocusAfter } from '@/components/api-keys/use-focus-after'
import { notify } from '@/components/feedback/notify'
import { PageSection } from '@/components/layout/page'
import { SectionLine, SectionList } from '@/components/person/section-list'
import { Used } from '@/components/person/used'
import { Button } from '@/components/ui/button'
import { CopyRow, TermRow } from '@/components/ui/copy-row'
import { lazily } from '@/components/ui/lazily'
import { Select } from '@/components/ui/select'
import { Time } from '@/components/ui/time'
import { problemOf } from '@/lib/client/problem-error'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import type { ClientKey } from '@/lib/modules/trust/trust-rule'
import { changeTokenLifeAction } from '@/lib/transport/actions/trust'
import { type Account, type Trust, trustReads, useTrust } from './trust-queries'
import { useClientVerbs } from './use-rule-verbs'

const AddKey = lazily(() => import('./add-key').then((m) => m.AddKey))

const lives = { '900': '15 minutes', '1800': '30 minutes', '3600': '1 hour' }
const kinds: Record<string, string> = { RSA: 'RS256', EC: 'ES256', OKP: 'EdDSA' }

/** What a program needs to get access tokens by OAuth 2.0, and the public keys that it may prove itself with. */
export function OAuthClient({ account }: { account: Account }) {
  const denial = useDenial()
  const { data, error, refetch } = useTrust(account)
  const [adding, setAdding] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  useFocusAfter(adding, opener)
  const verbs = useClientVerbs(account)
  return (
    <PageSection
      title="OAuth client"
      aside={
        <span className="flex gap-2">
          {data && data.tokens > 0 && (
            <Button
              size="small"
              icon={<Ban />}
              disabledReason={denial('trust.change')}
              onClick={() => void verbs.endTokens()}
            >
              End {plural(data.tokens, 'token')}…
            </Button>
          )}
          <Button
            ref={opener}
            size="small"
            icon={<Plus />}
            disabledReason={denial('trust.change')}
            onClick={() => setAdding(true)}
          >
            Add public key
          </Button>
        </span>
      }
    >
      {data && <ClientFacts account={account} trust={data} />}
      <SectionList
        label="Public keys"
        rows={data?.keys}
        problem={error && problemOf(error)}
        onRetry={refetch}
        empty="No public keys: programs prove themselves with an API key as the client secret."
      >
        {(key) => (
          <KeyLine
            key={key.id}
            clientKey={key}
            action={
              <Button
                size="small"
                variant="ghost"
                icon={<Trash2 />}
                aria-label={`Remove ${key.name}`}
                disabledReason={denial('trust.change')}
                onClick={() => void verbs.removeKey(key)}
              />
            }
          />
        )}
      </SectionList>
      {adding && <AddKey account={account} onClose={() => setAdding(false)} />}
    </PageSection>
  )
}

function ClientFacts({ account, trust }: { account: Account; trust: Trust }) {
  const { organizationId } = useViewer()
  const denial = useDenial()
  const id = useId()
  const change = useCommand(changeTokenLifeAction, {
    organizationId,
    invalidates: trustReads,
    onDone: () => notify.done('Saved how long access tokens live'),
  })
  const endpoint = `${trust.issuer}/oauth2/token`
  const curl = `curl -u '${trust.clientId}:<API key>' -d grant_type=client_credentials ${endpoint}`
  return (
    <dl className="mb-3 flex flex-col gap-2">
      <CopyRow term="Token endpoint" label="token endpoint" value={endpoint} />
      <CopyRow term="Client ID" label="client ID" value={trust.clientId} />
      <CopyRow term="With curl" label="curl command" value={curl} />
      <TermRow term="Tokens last" id={id}>
        <Select
          aria-labelledby={id}
          labels={lives}
          value={String(trust.tokenSeconds)}
          disabled={change.pending || denial('trust.change') !== null}
          className="w-40"
          onChange={(event) =>
            void change.run({ accountId: account.id, seconds: Number(event.target.value) })
          }
        />
      </TermRow>
    </dl>
  )
}

const KeyLine = ({ clientKey, action }: { clientKey: ClientKey; action: React.ReactNode }) => (
  <SectionLine
    name={
      <>
        <bdi className="font-medium text-foreground">{clientKey.name}</bdi>{' '}
        <code className="font-mono text-muted-foreground text-xs">
          {kinds[clientKey.kind]} {clientKey.thumbprint.slice(0, 8)}…
        </code>
      </>
    }
    facts={[
      <Used key="used" at={clientKey.lastUsedAt} />,
      <>
        Added <Time at={clientKey.createdAt} />
      </>,
    ]}
    action={action}
  />
)
