import { consoleQuery } from '@/lib/client/query'
import type { Delivery } from '@/lib/modules/invitations/invitation'

/** The answer of `invitation.preview`. */
export type InvitationPreview = {
  members: string[]
  suspended: string[]
  invited: { email: string; sentAt: string; expiresAt: string }[]
  limited: { email: string; reason: string }[]
  /** The domains that are invited; none: every address may be. */
  domains: string[]
  delivery: Delivery
  limits: {
    pending: number
    maxPending: number
    sentInDay: number
    maxPerDay: number
    lifetimeDays: number
  }
}

/** No address: how mail stands and what the limits leave. */
export const noAddresses = { emails: [] as string[] }

type Input = { emails: string[]; replace?: boolean }

export const previewQuery = (organizationId: string, input: Input = noAddresses) =>
  consoleQuery<InvitationPreview>(organizationId, 'invitation.preview', input)
