import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { openOwnerOffers, revokeOwnerOffers } from '@/lib/platform/db/invitation-rows'

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
    // Mostly there are none, and behind the lock none are added: so they are looked for along with the opening.
    const offers = await openOwnerOffers(db, memberId, now)
    const open = offers.length > 0 ? await revokeOwnerOffers(db, memberId, now) : []
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
