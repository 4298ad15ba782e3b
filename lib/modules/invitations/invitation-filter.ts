import { z } from 'zod'
import { patternOf } from '@/lib/domain/fold'
import { idOf } from '@/lib/domain/schemas'
import type { InvitationFilter } from '@/lib/platform/db/invitation-list'
import { invitationStates } from './invitation'

/** How far the link has come, as far as that is known. Nobody measures whether a mail was opened. */
export const deliveryStates = ['mailed', 'waiting', 'failed', 'link'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const endings = ['soon'] as const
const SOON = 48 * 3_600_000 // ms

/** What a list of invitations, and work on all that match, are narrowed by. */
export const invitationFilters = {
  state: z.enum(invitationStates).default('pending'),
  search: z.string().max(400).optional().describe('Part of an email address.'),
  email: z.string().max(400).optional().describe('An email address, whole.'),
  invitedById: idOf('ide').optional(),
  invitedByIds: z.array(idOf('ide')).max(200).optional(),
  deliveries: z.array(z.enum(deliveryStates)).max(10).optional(),
  ends: z.enum(endings).optional().describe('soon: within 48 hours.'),
}
const schema = z.object(invitationFilters)
export type InvitationFilters = z.output<typeof schema>

/** Invitations by their ids, or all that match, but for some. */
export const invitationSelection = z.union([
  z.object({ ids: z.array(idOf('orginv')).min(1).max(1_000) }),
  z.object({ matching: schema, except: z.array(idOf('orginv')).max(1_000).default([]) }),
])
export type InvitationSelection = z.output<typeof invitationSelection>

/** The filter as the database has it. Nothing but spaces is searched for by nobody. */
export function filterFrom(filters: InvitationFilters, now: Date): InvitationFilter {
  const { state, search, email, invitedById, invitedByIds, deliveries, ends } = filters
  const one = invitedById && [invitedById]
  return {
    now,
    state,
    deliveries,
    ...(ends && { endsBefore: new Date(now.getTime() + SOON).toISOString() }),
    search: patternOf(search),
    email: email ? email.toLowerCase() : null,
    // Both filters together mean both.
    inviters:
      one && invitedByIds?.length
        ? one.filter((id) => invitedByIds.includes(id))
        : one || invitedByIds,
  }
}

/** The same for a selection. */
export const filterOfSelection = (selection: InvitationSelection, now: Date): InvitationFilter =>
  'ids' in selection
    ? { now, ids: selection.ids }
    : { ...filterFrom(selection.matching, now), except: selection.except }
