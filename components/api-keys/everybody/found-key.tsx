'use client'
import Link from 'next/link'
import { useDenial, useViewer } from '@/components/access/viewer'
import { memberHref } from '@/components/members/member-href'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { KeyOfOrganization } from '@/lib/modules/api-keys/api-key'
import { ceilingWords } from '../ceiling-choice'
import { LastSix } from '../key-columns'

/** A row of `api_key.find`. */
export type FoundKeyRow = KeyOfOrganization & {
  live: boolean
  lastUsedAddress: string | null
  lastUsedClient: string | null
}

type Props = {
  apiKey: FoundKeyRow
  onRevoke: (key: FoundKeyRow) => void
  onRotate: (key: FoundKeyRow) => void
}

/** One key that was found: whose, what it can do, its last use, and its end. */
export function FoundKey({ apiKey, onRevoke, onRotate }: Props) {
  const { identityId } = useViewer()
  const denial = useDenial()
  const { holder, name, ceiling, live, expiresAt, revokedAt } = apiKey
  const ownOrAccounts = holder.kind === 'service_account' || holder.id === identityId
  return (
    <section aria-label={name} className="flex flex-col gap-3 rounded-lg border p-4">
      <p className="font-medium [overflow-wrap:anywhere]">
        <bdi>{name}</bdi> <LastSix apiKey={apiKey} />
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 [&>dd]:min-w-0 [&>dd]:[overflow-wrap:anywhere] [&>dt]:text-muted-foreground">
        <dt>Acts as</dt>
        <dd>
          {holder.removed ? (
            'A removed user'
          ) : (
            <Link href={memberHref(holder)} className="link">
              <bdi>{holder.name}</bdi>
            </Link>
          )}
        </dd>
        <dt>May do</dt>
        <dd>{ceilingWords(ceiling)}</dd>
        <dt>Last used</dt>
        <dd>
          <LastUse apiKey={apiKey} />
        </dd>
        <dt>{live ? 'Ends' : 'Ended'}</dt>
        <dd>
          {expiresAt || revokedAt ? (
            <Time at={revokedAt ?? expiresAt} kind={live ? 'countdown' : 'past'} />
          ) : (
            'Never, until it is revoked'
          )}
        </dd>
      </dl>
      {live ? (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="destructive"
            disabledReason={denial('api_key.revoke')}
            onClick={() => onRevoke(apiKey)}
          >
            Revoke…
          </Button>
          {ownOrAccounts && (
            <Button
              disabledReason={denial('api_key.create_for_account')}
              onClick={() => onRotate(apiKey)}
            >
              Rotate…
            </Button>
          )}
        </div>
      ) : (
        <p className="text-foreground-2">It is refused already. There is nothing left to end.</p>
      )}
    </section>
  )
}

function LastUse({
  apiKey: { lastUsedAt, lastUsedAddress, lastUsedClient },
}: {
  apiKey: FoundKeyRow
}) {
  if (!lastUsedAt) return 'Not used yet'
  return (
    <>
      <Time at={lastUsedAt} />
      {lastUsedAddress && (
        <>
          {' from '}
          <bdi>{lastUsedAddress}</bdi>
        </>
      )}
      {lastUsedClient && (
        <>
          {' by '}
          <bdi>{lastUsedClient}</bdi>
        </>
      )}
    </>
  )
}
