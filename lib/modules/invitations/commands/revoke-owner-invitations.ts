import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { ownerOffersOf } from '../owner-offers'

/** Somebody who is no owner any more leaves no pending offer of the owner role behind. */
export const revokeOwnerInvitations = defineCommand({
  name: 'invitation.revoke_of_inviter',
  summary: 'Revoke the pending invitations to the owner role that somebody sent',
  scope: 'organization',
  permission: 'invitation.revoke',
  event: 'invitation.revoked',
  lock: 'organization',
  input: z.object({ memberId: idOf('ide') }),
  output: z.int(),
  async run({ db, now }, { memberId }) {
    const where = ownerOffersOf(memberId, now)
    const open = await db.invitation.findMany({ where, select: { id: true, email: true } })
    await db.invitation.updateMany({ where, data: { revokedAt: now, revokedBecause: 'inviter' } })
    return changed(
      open.length,
      open.map(({ id, email }) => ({
        subject: { kind: 'invitation' as const, id, label: email, of: memberId },
        before: { state: 'pending', role: 'owner' },
        after: { because: 'inviter' },
      })),
    )
  },
})
