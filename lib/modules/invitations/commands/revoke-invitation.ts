import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { findInvitation } from '../internal/find-invitation'
import { Invitation, revocationDenial } from '../invitation'

/** Its link stops working at once; the row stays readable (facts §2). Revoking twice changes nothing. */
export const revokeInvitation = defineCommand({
  name: 'invitation.revoke',
  summary: 'Revoke an invitation',
  scope: 'organization',
  permission: 'invitation.revoke',
  event: 'invitation.revoked',
  lock: 'organization',
  input: z.object({ invitationId: idOf('orginv') }),
  output: Invitation,
  async run({ db, now }, { invitationId }) {
    const invitation = await findInvitation(db, invitationId, now)
    refuse(revocationDenial(invitation, now))
    if (invitation.state !== 'pending') return unchanged(invitation)
    const end = { revokedAt: now, revokedBecause: 'revoked' }
    await db.invitation.updateMany({ where: { id: invitationId }, data: end })
    return changed(
      { ...invitation, ...end, state: 'revoked' as const },
      {
        subject: {
          kind: 'invitation',
          id: invitation.id,
          label: invitation.email,
          of: invitation.invitedBy.id,
        },
        before: { state: 'pending', role: invitation.role, invitedBy: invitation.invitedBy.name },
        after: { because: 'revoked' },
      },
    )
  },
})
