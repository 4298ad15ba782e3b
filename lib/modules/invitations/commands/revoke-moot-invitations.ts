import 'server-only'
import { z } from 'zod'
import { changed, defineCommand } from '@/lib/kernel/define'
import { openAt } from '../internal/open-invitations'

/** Somebody who was added without an invitation leaves none behind, which could let them in again once removed. */
export const revokeMootInvitations = defineCommand({
  name: 'invitation.revoke_moot',
  summary: 'Revoke the pending invitations of people who are in by now',
  scope: 'organization',
  permission: 'invitation.revoke',
  event: 'invitation.revoked',
  lock: 'organization',
  input: z.object({ emails: z.array(z.string().max(400)).max(1_000) }),
  output: z.int(),
  async run({ db, now }, { emails }) {
    const where = { ...openAt(now), email: { in: emails } }
    const open = await db.invitation.findMany({
      where,
      include: { invitedBy: { select: { name: true } } },
    })
    // Not 'replaced': there is no later link to use.
    await db.invitation.updateMany({ where, data: { revokedAt: now, revokedBecause: 'revoked' } })
    return changed(
      open.length,
      open.map(({ id, email, role, invitedById, invitedBy }) => ({
        subject: { kind: 'invitation' as const, id, label: email, of: invitedById },
        before: { state: 'pending', role, invitedBy: invitedBy.name },
        after: { because: 'revoked' },
      })),
    )
  },
})
