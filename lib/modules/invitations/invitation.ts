import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import type { Denial } from '@/lib/domain/problems'
import type { OrganizationRole } from '@/lib/domain/roles'
import { idOf, moment, stored, storedRole } from '@/lib/domain/schemas'
import { dateWords } from '@/lib/domain/since'

export const invitationStates = ['pending', 'expired', 'revoked', 'accepted'] as const
export type InvitationState = (typeof invitationStates)[number]
/** By mail, which proves the address; or a link that an owner passes on, which proves nothing (DESIGN §6). */
export const deliveries = ['mail', 'link'] as const
export type Delivery = (typeof deliveries)[number]

/** An offer to join, as a list shows it. Never its link, which is a secret shown once. */
export const Invitation = z
  .object({
    id: idOf('orginv'),
    organizationId: idOf('org'),
    email: z.string(),
    role: storedRole,
    state: z.enum(invitationStates),
    invitedBy: z.object({ id: idOf('ide'), name: z.string() }),
    createdAt: moment,
    expiresAt: moment,
    acceptedAt: moment.nullable(),
    revokedAt: moment.nullable(),
    revokedBecause: stored(['revoked', 'replaced', 'inviter']).nullable(),
    delivery: stored(deliveries),
    deliveredAt: moment.nullable(),
    deliveryError: z.string().nullable(),
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.output<typeof Invitation>

type Ends = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }

/** The state is worked out, never stored twice. */
export function stateOf({ acceptedAt, revokedAt, expiresAt }: Ends, now: Date): InvitationState {
  if (acceptedAt) return 'accepted'
  if (revokedAt) return 'revoked'
  return expiresAt <= now ? 'expired' : 'pending'
}

/** Why an invitation cannot be accepted any more, with what to do; null while it is pending. */
export function acceptanceDenial(
  row: Ends & { revokedBecause: string | null },
  now: Date,
): Denial | null {
  switch (stateOf(row, now)) {
    case 'pending':
      return null
    case 'accepted':
      return {
        code: 'invitation_used',
        detail: `This invitation was used on ${dateWords(row.acceptedAt as Date, now)}. Sign in, or ask for a new one.`,
      }
    case 'expired':
      return {
        code: 'invitation_expired',
        detail: `This invitation ended on ${dateWords(row.expiresAt, now)}. Ask for a new one.`,
      }
    case 'revoked':
      return {
        code: 'invitation_revoked',
        detail:
          row.revokedBecause === 'replaced'
            ? 'A newer invitation replaced this one. Use the latest link, or ask for a new one.'
            : 'This invitation was withdrawn. Ask for a new one.',
      }
  }
}

/** Only a pending invitation is revoked; an accepted one is a membership by now. */
export function revocationDenial(row: Ends, now: Date): Denial | null {
  return stateOf(row, now) === 'accepted'
    ? {
        code: 'invitation_used',
        detail: 'This invitation was accepted. Remove the person instead.',
      }
    : null
}

type NewInvitation = {
  email: string
  role: OrganizationRole
  invitedById: string
  tokenHash: string
  delivery: Delivery
  lifetimeDays: number
  now: Date
}
const DAY = 86_400_000 // ms

/** The row of a new invitation. */
export const newInvitation = ({ lifetimeDays, now, ...given }: NewInvitation) => ({
  ...given,
  id: newId('orginv'),
  createdAt: now,
  expiresAt: new Date(now.getTime() + lifetimeDays * DAY),
})
