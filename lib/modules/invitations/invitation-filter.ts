import { z } from 'zod'
import { escapeLike } from '@/lib/domain/fold'
import { idOf } from '@/lib/domain/schemas'
import { type InvitationState, invitationStates } from './invitation'

/** How far the link has come, as far as that is known. Nobody measures whether a mail was opened. */
export const deliveryStates = ['mailed', 'waiting', 'failed', 'link'] as const
export type DeliveryState = (typeof deliveryStates)[number]

const whereDelivery = {
  mailed: { delivery: 'mail', deliveredAt: { not: null } },
  waiting: { delivery: 'mail', deliveredAt: null, deliveryError: null },
  failed: { delivery: 'mail', deliveredAt: null, deliveryError: { not: null } },
  link: { delivery: 'link' },
} as const satisfies Record<DeliveryState, object>

/** What a list of invitations, and work on all that match, are narrowed by. */
export const invitationFilters = {
  state: z.enum(invitationStates).default('pending'),
  search: z.string().max(400).optional().describe('Part of an email address.'),
  email: z.string().max(400).optional().describe('An email address, whole.'),
  invitedById: idOf('ide').optional(),
  invitedByIds: z.array(idOf('ide')).max(200).optional(),
  deliveries: z.array(z.enum(deliveryStates)).max(10).optional(),
}
const schema = z.object(invitationFilters)
export type InvitationFilters = z.output<typeof schema>

/** Invitations by their ids, or all that match, but for some. */
export const invitationSelection = z.union([
  z.object({ ids: z.array(idOf('orginv')).min(1).max(1_000) }),
  z.object({ matching: schema, except: z.array(idOf('orginv')).max(1_000).default([]) }),
])
export type InvitationSelection = z.output<typeof invitationSelection>

/** The filter as Prisma has it; it hands `contains` to LIKE as it is. */
export const whereInvitations = (filters: InvitationFilters, now: Date) => ({
  ...whereState(filters.state, now),
  email: {
    ...(filters.search && { contains: escapeLike(filters.search.toLowerCase()) }),
    ...(filters.email && { equals: filters.email.toLowerCase() }),
  },
  invitedById: {
    ...(filters.invitedById && { equals: filters.invitedById }),
    ...(filters.invitedByIds?.length && { in: filters.invitedByIds }),
  },
  ...(filters.deliveries?.length && {
    OR: filters.deliveries.map((state) => whereDelivery[state]),
  }),
})

export const whereSelected = (selection: InvitationSelection, now: Date) =>
  'ids' in selection
    ? { id: { in: selection.ids } }
    : { ...whereInvitations(selection.matching, now), id: { notIn: selection.except } }

export function whereState(state: InvitationState, now: Date) {
  const open = { acceptedAt: null, revokedAt: null }
  return {
    pending: { ...open, expiresAt: { gt: now } },
    expired: { ...open, expiresAt: { lte: now } },
    revoked: { revokedAt: { not: null } },
    accepted: { acceptedAt: { not: null } },
  }[state]
}
