import 'server-only'
import { z } from 'zod'
import { expectedVersion, idOf, organizationRole } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { openOwnerOffers } from '@/lib/platform/db/invitation-rows'
import { setMemberRole } from '@/lib/platform/db/member-list'
import { applyEnds } from '../internal/membership-ends'
import { planRoleChange, readForRoleChange } from '../internal/plan-role-change'
import { refuseStaleMember } from '../internal/refuse-stale'
import { Member } from '../member'

export const changeRole = defineCommand({
  name: 'member.change_role',
  summary: 'Give or take the owner role',
  scope: 'organization',
  permission: 'member.change_role',
  event: 'member.role_changed',
  lock: 'organization',
  fresh: ({ role }) => role === 'owner',
  input: z.object({ memberId: idOf('ide'), role: organizationRole, expectedVersion }),
  output: Member,
  ahead(db, { memberId, role }, now) {
    const read = [
      readForRoleChange(db, { held: memberId }),
      role === 'owner' ? [] : openOwnerOffers(db, memberId, now), // what a demotion ends
    ]
    return { read: Promise.all(read), all: false }
  },
  async run(context, { memberId, role, expectedVersion }) {
    const { member, ends } = await planRoleChange(context, { held: memberId }, role)
    if (member.role === role) return unchanged(member)
    refuseStaleMember(member, expectedVersion)
    const events = await applyEnds(ends, { ...context, because: 'demoted' }, member)
    return changed(
      setMemberRole(context.db, member, role),
      {
        subject: { kind: 'member', id: member.id, label: member.name },
        before: { role: member.role },
        after: { role },
      },
      ...events,
    )
  },
})
