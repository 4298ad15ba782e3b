'use client'
import { Ban, Send } from 'lucide-react'
import { useState } from 'react'
import { type BulkAction, BulkBar } from '@/components/data-table/bulk-bar'
import type { ListSelection } from '@/components/data-table/use-selection'
import { lazily } from '@/components/ui/lazily'
import type { Invitation } from '@/lib/modules/invitations/invitation'
import { ended, joined } from './invitation-actions'
import type { InvitationListFilter } from './invitation-list'
import type { InvitationTarget, ResendTarget } from './invitation-target'
import { useRevokeMany } from './use-revoke-many'
import type { SendItem } from './use-send-run'

const ResendMany = lazily(() => import('./resend-many').then((m) => m.ResendMany))

type Props = {
  selection: ListSelection<Invitation>
  filter: InvitationListFilter
  /** Sends them, and shows what happened: the links must outlive the list. */
  onResend: (items: SendItem[]) => void
}

const PICKED = 300

/** Send again and Revoke, for the chosen invitations or all that match. */
export function InvitationsBulk({ selection, filter, onResend }: Props) {
  const [resending, setResending] = useState<ResendTarget>()
  const revokeMany = useRevokeMany()
  const { matching, except, count } = selection
  const chosen = selection.describe()
  const target: InvitationTarget =
    'ids' in chosen ? chosen : { matching: filter, except: chosen.except }
  const tooMany =
    (matching ? except.size : count) > PICKED
      ? `Choose at most ${PICKED} one by one, or all that match.`
      : null
  const suits = (reasonOf: (row: Pick<Invitation, 'state'>) => string | null) => {
    const reasons = selection.rows.map(reasonOf)
    const fits = reasons.filter((reason) => reason === null).length
    // All that match share the state of the list.
    const none = matching ? reasonOf(filter) : fits === 0 ? (reasons[0] ?? null) : null
    return { ...(fits > 0 && { fits }), disabledReason: tooMany ?? none }
  }
  const actions: BulkAction[] = [
    {
      id: 'again',
      label: 'Send again…',
      icon: <Send />,
      permission: 'invitation.send',
      ...suits(joined),
      run: () => setResending('ids' in target ? { rows: selection.rows } : target),
    },
    {
      id: 'revoke',
      label: 'Revoke…',
      icon: <Ban />,
      tone: 'destructive',
      permission: 'invitation.revoke',
      ...suits(ended),
      run: () =>
        void revokeMany(target, count, Boolean(selection.total?.more && matching)).then(
          (started) => started && selection.clear(),
        ),
    },
  ]
  return (
    <>
      <BulkBar selection={selection} actions={actions} />
      {resending && (
        <ResendMany
          target={resending}
          state={filter.state}
          onClose={() => setResending(undefined)}
          onSend={(items) => {
            setResending(undefined)
            selection.clear()
            onResend(items)
          }}
        />
      )}
    </>
  )
}
