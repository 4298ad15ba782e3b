import 'server-only'
import { z } from 'zod'
import { expectedVersion, idOf, organizationRole } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem, refuse } from '@/lib/kernel/problem'
import { revokeOwnerInvitations } from '@/lib/modules/invitations/commands/revoke-owner-invitations'
import { findMember, ownerCount } from '../internal/find-member'
import { Member } from '../member'
import { roleChangeDenial } from '../member-rules'

export const changeRole = defineCommand({
  name: 'member.change_role',
  summary: 'Give or take the owner role',
  scope: 'organization',
  permission: 'member.change_role',
  event: 'member.role_changed',
  lock: 'organization',
  input: z.object({ memberId: idOf('ide'), role: organizationRole, expectedVersion }),
  output: Member,
  async run({ db, self, also }, { memberId, role, expectedVersion }) {
    const member = await findMember(db, { id: memberId })
    refuse(roleChangeDenial(member, role, { selfId: self.id, owners: await ownerCount(db) }))
    if (member.role === role) return unchanged(member)
    if (expectedVersion !== undefined && expectedVersion !== member.version) {
      throw new Problem('stale', `${member.name} was changed in the meantime. Nothing was saved.`, {
        context: { expected: expectedVersion, present: member.version, role: member.role },
      })
    }
    const after = await db.membership.update({
      where: { organizationId_id: { organizationId: member.organizationId, id: member.id } },
      data: { role, version: { increment: 1 } },
    })
    if (role !== 'owner') await also(revokeOwnerInvitations, { memberId: member.id })
    return changed(after, {
      subject: { kind: 'member', id: member.id, label: member.name },
      before: { role: member.role },
      after: { role },
    })
  },
})
