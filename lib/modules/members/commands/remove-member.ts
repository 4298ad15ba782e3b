import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { revokeOwnerInvitations } from '@/lib/modules/invitations/commands/revoke-owner-invitations'
import { endCredentials } from '../internal/end-credentials'
import { findMember } from '../internal/find-member'
import { removalDenial } from '../member-rules'

/** Closes a membership; the row stays as history, and somebody who returns gets a new one (facts §1.6). */
export const removeMember = defineCommand({
  name: 'member.remove',
  summary: 'Remove somebody from the organization',
  scope: 'organization',
  permission: 'member.remove',
  event: 'member.removed',
  lock: 'organization',
  input: z.object({ memberId: idOf('ide') }),
  output: z.object({ id: idOf('ide'), name: z.string() }),
  async run({ db, self, now, also }, { memberId }) {
    const member = await findMember(db, { id: memberId })
    refuse(removalDenial(member, { selfId: self.id }))
    await db.membership.update({
      where: { organizationId_id: { organizationId: member.organizationId, id: member.id } },
      data: { endedAt: now, endedById: self.id, version: { increment: 1 } },
    })
    await endCredentials(db, member.id, now)
    await also(revokeOwnerInvitations, { memberId: member.id })
    return changed(member, {
      subject: { kind: 'member', id: member.id, label: member.name },
      before: { email: member.email, role: member.role, userId: member.userId },
    })
  },
})
