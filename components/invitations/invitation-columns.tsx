'use client'
import { RoleChip } from '@/components/access/role-chip'
import { StatusDot } from '@/components/access/status-dot'
import type { Column } from '@/components/data-table/column'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import { useNow } from '@/lib/client/clock'
import type { Invitation, InvitationState } from '@/lib/modules/invitations/invitation'

const SOON = 48 * 3_600_000 // ms

/** Amber within 48 hours of its end. */
export function Expires({ at, word }: { at: string; word?: string }) {
  const now = useNow()
  const words = (
    <span>
      {word} <Time at={at} kind="end" />
    </span>
  )
  if (now === null || Date.parse(at) - now > SOON) return words
  return <StatusDot tone="warning">{words}</StatusDot>
}

type DeliveryProps = {
  invitation: Invitation
  /** Not cut at the end of its cell. */
  whole?: boolean
}

/** How far the link has come, as far as that is known. */
export function DeliveryWords({ invitation, whole }: DeliveryProps) {
  const { delivery, deliveredAt, deliveryError } = invitation
  if (delivery === 'link') return 'Link only'
  if (deliveredAt) {
    return (
      <>
        Mailed <Time at={deliveredAt} kind="at" />
      </>
    )
  }
  if (!deliveryError) return <StatusDot tone="waiting">Waiting to be mailed</StatusDot>
  const failed = `Could not be mailed: ${deliveryError}`
  return (
    <span className="flex min-w-0 *:min-w-0">
      <StatusDot tone="destructive">{whole ? failed : <Truncate>{failed}</Truncate>}</StatusDot>
    </span>
  )
}

/** Why it was revoked. */
export const revokedWords: Record<NonNullable<Invitation['revokedBecause']>, string> = {
  revoked: 'Revoked by an owner',
  replaced: 'Replaced by a newer link',
  inviter: 'Its sender is no longer an owner',
}

const email: Column<Invitation> = {
  id: 'email',
  header: 'Email',
  width: 290,
  sortable: true,
  mobile: 'title',
  cell: (row) => <Truncate className="font-medium text-foreground">{row.email}</Truncate>,
}
const role: Column<Invitation> = {
  id: 'role',
  header: 'Joins as',
  width: 120,
  mobile: 'badge',
  cell: (row) => <RoleChip role={row.role} plain />,
  mobileCell: (row) => (row.role === 'owner' ? <RoleChip role={row.role} /> : null),
}
const inviter: Column<Invitation> = {
  id: 'inviter',
  header: 'Invited by',
  width: 180,
  mobile: 'subtitle',
  cell: (row) => <Truncate>{row.invitedBy.name}</Truncate>,
  mobileCell: (row) => (
    <>
      Invited by <bdi>{row.invitedBy.name}</bdi>
    </>
  ),
}
const sent: Column<Invitation> = {
  id: 'sent',
  header: 'Sent',
  width: 110,
  sortable: true,
  cell: (row) => <Time at={row.createdAt} />,
}
const delivery: Column<Invitation> = {
  id: 'delivery',
  header: 'Delivery',
  width: 210,
  mobile: 'facts',
  cell: (row) => <DeliveryWords invitation={row} />,
}

const expires = (header: string): Column<Invitation> => ({
  id: 'expires',
  header,
  width: 140,
  sortable: true,
  mobile: 'facts',
  cell: (row) =>
    row.state === 'pending' ? <Expires at={row.expiresAt} /> : <Time at={row.expiresAt} />,
  mobileCell: (row) =>
    row.state === 'pending' ? (
      <Expires word="Ends" at={row.expiresAt} />
    ) : (
      <>
        Ended <Time at={row.expiresAt} />
      </>
    ),
})

const ended = (header: string, at: 'revokedAt' | 'acceptedAt'): Column<Invitation> => ({
  id: at,
  header,
  width: 130,
  mobile: 'facts',
  cell: (row) => row[at] && <Time at={row[at]} />,
  mobileCell: (row) =>
    row[at] && (
      <>
        {header} <Time at={row[at]} />
      </>
    ),
})
const why: Column<Invitation> = {
  id: 'why',
  header: 'Why',
  width: 220,
  mobile: 'facts',
  cell: (row) => row.revokedBecause && <Truncate>{revokedWords[row.revokedBecause]}</Truncate>,
}

export const invitationColumns: Record<InvitationState, readonly Column<Invitation>[]> = {
  pending: [email, role, inviter, sent, expires('Expires'), delivery],
  expired: [email, role, inviter, sent, expires('Expired'), delivery],
  revoked: [email, role, inviter, sent, ended('Revoked', 'revokedAt'), why],
  accepted: [email, role, inviter, sent, ended('Accepted', 'acceptedAt'), delivery],
}
