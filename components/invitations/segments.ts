import { formatCount } from '@/lib/client/words'
import type { InvitationState } from '@/lib/modules/invitations/invitation'
import { shownStates } from './invitation-list'

export const stateLabels: Record<InvitationState, string> = {
  pending: 'Pending',
  expired: 'Expired',
  revoked: 'Revoked',
  accepted: 'Accepted',
}

const BOUND = 1_000 // as far as the server counts

const bounded = (count: number) => (count < BOUND ? count : `${formatCount(BOUND)}+`)

/** The states as segments. Pending is counted in its tab, and who accepted among the users. */
export const segmentsOf = (
  current: InvitationState,
  counts: Record<InvitationState, number> | undefined,
) =>
  shownStates.map((state) => ({
    label: stateLabels[state],
    href: state === 'pending' ? '/users/pending' : `/users/pending?state=${state}`,
    current: state === current,
    count:
      counts && (state === 'expired' || state === 'revoked') ? bounded(counts[state]) : undefined,
  }))
