import { openAt } from './internal/open-invitations'

/** Pending offers of the owner role that somebody sent: they end when that somebody is no owner any more. */
export const ownerOffersOf = (invitedById: string, now: Date) => ({
  ...openAt(now),
  invitedById,
  role: 'owner',
})
