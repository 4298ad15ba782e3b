import 'server-only'
import type { InvitationLimits } from '@/lib/domain/invitation-limits'
import { env } from '@/lib/platform/env'
import { mailIsSetUp } from '@/lib/platform/mail/mail'
import type { Delivery } from '../invitation'

/** The installation's limits (docs/operations.md). */
export const invitationLimits = (): InvitationLimits => ({
  maxPending: env.INVITATION_MAX_PENDING,
  maxPerDay: env.INVITATION_MAX_PER_DAY,
  lifetimeDays: env.INVITATION_DAYS,
})

/** Mail where it is set up; else each link is shown once. */
export const presentDelivery = (): Delivery => (mailIsSetUp() ? 'mail' : 'link')

export const invitationLink = (token: string): string =>
  `${env.PUBLIC_URL}/register?invitation=${token}`
