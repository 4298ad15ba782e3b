import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { revokeOwnerInvitations } from '@/lib/modules/invitations/commands/revoke-owner-invitations'
import { credentialEvents, endCredentials } from '../internal/end-credentials'
import { findMember } from '../internal/find-member'
import { removalDenial } from '../member-rules'

/** Closes a membership; the row stays as history, and somebody who returns gets a new one (facts §1.6). */
export const removeMember = defineCommand({
  name: 'member.remove',
  summary: 'Remove somebody from the organization',
  scope: 'organization',
  permission: 'member.remove',
  event: 'member.removed',
  furtherEvents: credentialEvents,
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
    const ended = await endCredentials(db, member, now)
    await also(revokeOwnerInvitations, { memberId: member.id })
    const { email, role, userId, source, createdAt } = member
    return changed(
      member,
      {
        subject: { kind: 'member', id: member.id, label: member.name },
        before: { email, role, userId, source, joinedAt: createdAt },
        after: ended.counts,
      },
      ...ended.events,
    )
  },
})
