import Link from 'next/link'
import type { ReactNode } from 'react'
import { RoleChip } from '@/components/access/role-chip'
import { CopyField } from '@/components/ui/copy-field'
import { Time } from '@/components/ui/time'
import type { History } from './history'
import { DeliveryWords, Expires, revokedWords } from './invitation-columns'
import { stateLabels } from './segments'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex min-h-8 items-baseline gap-3 max-sm:flex-col max-sm:gap-0 max-sm:py-1">
    <dt className="w-28 shrink-0 text-muted-foreground">{name}</dt>
    <dd className="min-w-0 flex-1 [overflow-wrap:anywhere]">{children}</dd>
  </div>
)

/** What is known of one invitation. */
export const HistoryFacts = ({ invitation, acceptedBy }: History) => (
  <dl className="border-border-subtle border-b py-4">
    <Fact name="State">
      <Standing {...invitation} />
    </Fact>
    {acceptedBy && (
      <Fact name="Accepted by">
        <Link href={`/users/${acceptedBy.id}`} prefetch={false} className="link">
          <bdi>{acceptedBy.name}</bdi>
        </Link>
        {acceptedBy.endedAt && (
          <>
            , removed <Time at={acceptedBy.endedAt} />
          </>
        )}
      </Fact>
    )}
    <Fact name="Joins as">
      <RoleChip role={invitation.role} plain />
    </Fact>
    <Fact name="Invited by">
      <Link href={`/users/${invitation.invitedBy.id}`} prefetch={false} className="link">
        <bdi>{invitation.invitedBy.name}</bdi>
      </Link>
    </Fact>
    <Fact name="Sent">
      <Time at={invitation.createdAt} />
    </Fact>
    <Fact name={invitation.state === 'pending' ? 'Expires' : 'Was good until'}>
      {invitation.state === 'pending' ? (
        <Expires at={invitation.expiresAt} />
      ) : (
        <Time at={invitation.expiresAt} />
      )}
    </Fact>
    <Fact name="Delivery">
      <DeliveryWords invitation={invitation} whole />
    </Fact>
    <Fact name="Invitation ID">
      <CopyField value={invitation.id} label="invitation ID" />
    </Fact>
  </dl>
)

function Standing({ state, acceptedAt, revokedAt, revokedBecause }: History['invitation']) {
  if (state === 'accepted') {
    return (
      <>
        Accepted <Time at={acceptedAt} />
      </>
    )
  }
  if (state !== 'revoked') return stateLabels[state]
  return (
    <>
      Revoked <Time at={revokedAt} />
      {revokedBecause && `. ${revokedWords[revokedBecause]}.`}
    </>
  )
}
