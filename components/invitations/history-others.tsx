'use client'
import { Time } from '@/components/ui/time'
import type { Invitation } from '@/lib/modules/invitations/invitation'
import { stateLabels } from './segments'

type Props = {
  invitation: Invitation
  others: readonly Invitation[]
  onOpen: (id: string) => void
}

/** Earlier and later ones, newest first; each opens in the same place. */
export const HistoryOthers = ({ invitation, others, onOpen }: Props) =>
  others.length === 0 ? (
    <p className="text-muted-foreground">There is none.</p>
  ) : (
    <ul className="border-border-subtle border-t">
      {others.map((other) => (
        <li key={other.id} className="border-border-subtle border-b">
          <button
            type="button"
            onClick={() => onOpen(other.id)}
            className="flex min-h-10 w-full flex-wrap items-baseline gap-x-3 py-2 text-left -outline-offset-2 hover:bg-accent"
          >
            <span className="min-w-0 flex-1">
              {other.createdAt > invitation.createdAt ? 'Later' : 'Earlier'}, by{' '}
              <bdi>{other.invitedBy.name}</bdi>
            </span>
            <span className="text-foreground-2">{stateLabels[other.state]}</span>
            <Time at={other.createdAt} className="text-muted-foreground text-xs" />
          </button>
        </li>
      ))}
    </ul>
  )
