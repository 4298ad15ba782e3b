import type { OrganizationRole } from '@/lib/domain/roles'

/** An invitation that can be accepted, as `invitation.open` answers it. */
export type Offer = {
  state: 'pending'
  organizationId: string
  organizationName: string
  inviterName: string
  role: OrganizationRole
  email: string
  delivery: 'mail' | 'link'
  hasAccount: boolean
  asSelf: boolean
  wrongAccount: string | null
}
/** One that cannot, and why. */
export type Ended = { state: 'accepted' | 'expired' | 'revoked' | 'unknown'; sentence: string }

/** What every way of accepting needs. */
export type OfferProps = { token: string; offer: Offer }
