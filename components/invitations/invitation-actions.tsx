'use client'
import { Ban, Copy, History, Link2, Send } from 'lucide-react'
import { copyAndSay } from '@/components/members/member-actions'
import { defineMenuAction, type MenuAction } from '@/components/menu/menu-action'
import { plural } from '@/lib/client/words'
import type { Delivery, Invitation } from '@/lib/modules/invitations/invitation'
import { dayMonth } from './day-words'
import type { useResend } from './use-resend'
import type { useRevoke } from './use-revoke'

type Tools = {
  delivery: Delivery
  lifetimeDays: number
  resend: ReturnType<typeof useResend>['resend']
  revoke: ReturnType<typeof useRevoke>
  open: (row: Invitation) => void
}
type Action = MenuAction<Invitation>

/** What may be done with an invitation of the list, and why not. */
export function invitationActions({
  delivery,
  lifetimeDays,
  resend,
  revoke,
  open,
}: Tools): Action[][] {
  const mailed = delivery === 'mail'
  const life = `good for ${plural(lifetimeDays, 'day')}`
  const again = defineMenuAction<Invitation>({
    id: 'again',
    label: mailed ? 'Send again' : 'Send again…',
    icon: <Send />,
    hint: (row) =>
      `${mailed ? 'A new link' : 'A new link to pass on'}, ${life}.${
        row.state === 'pending' ? ` The link from ${dayMonth(row.createdAt)} stops working.` : ''
      }`,
    permission: 'invitation.send',
    disabledReason: joined,
    run: (row) => resend(row),
  })
  const link = defineMenuAction<Invitation>({
    id: 'link',
    label: 'Make a new link…',
    icon: <Link2 />,
    hint: (row) =>
      row.state === 'pending'
        ? 'For passing on yourself. Also replaces the earlier link.'
        : 'For passing on yourself.',
    permission: 'invitation.send',
    disabledReason: joined,
    run: (row) => resend(row, 'link'),
  })
  const history = defineMenuAction<Invitation>({
    id: 'history',
    label: 'History',
    icon: <History />,
    run: open,
  })
  const copy = defineMenuAction<Invitation>({
    id: 'copy',
    label: 'Copy email',
    icon: <Copy />,
    run: (row, tools) => copyAndSay(row.email, tools.notify),
  })
  const end = defineMenuAction<Invitation>({
    id: 'revoke',
    label: 'Revoke invitation…',
    icon: <Ban />,
    tone: 'destructive',
    permission: 'invitation.revoke',
    disabledReason: ended,
    run: revoke,
  })
  return [mailed ? [again, link] : [again], [history, copy], [end]]
}

/** Why there is nothing to send again. */
export const joined = (row: Pick<Invitation, 'state'>) =>
  row.state === 'accepted' ? 'It was accepted. Its person is under All users.' : null

/** Why there is nothing to revoke. */
export const ended = (row: Pick<Invitation, 'state'>) =>
  row.state === 'pending' ? null : noLink[row.state]

const noLink = {
  expired: 'Its link stopped working when it expired.',
  revoked: 'It is revoked already.',
  accepted: 'It was accepted. Remove the person instead.',
}
