import 'server-only'
import { z } from 'zod'
import { organizationLimits } from '@/lib/domain/roles'
import { expectedVersion, idOf, organizationRole } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { setMemberLimits } from '@/lib/platform/db/member-list'
import { findMember } from '../internal/find-member'
import { refuseStaleMember } from '../internal/refuse-stale'
import { Member } from '../member'
import { ownLimitsDenial } from '../member-rules'
import { changeRole } from './change-role'

const limits = z
  .array(z.enum(organizationLimits))
  .max(organizationLimits.length)
  .refine((all) => new Set(all).size === all.length, 'Name each limit once.')

/** What is taken from somebody whatever their role gives, in the order in which it is named (facts §1.1); whole. */
export const setLimits = defineCommand({
  name: 'member.set_limits',
  summary: 'Limit what somebody may do whatever their role',
  scope: 'organization',
  permission: 'member.change_role',
  event: 'member.limits_changed',
  furtherEvents: ['member.role_changed'],
  lock: 'organization',
  fresh: ({ role }) => role === 'owner',
  input: z
    .object({
      memberId: idOf('ide').optional(),
      userId: idOf('usr').optional(),
      limits,
      /** Changed along with it, or neither. */
      role: organizationRole.optional(),
      expectedVersion,
    })
    .refine(
      ({ memberId, userId }) => (memberId === undefined) !== (userId === undefined),
      'Name one member, in one way.',
    ),
  output: Member,
  async run({ db, self, also }, { memberId, userId = '', limits, role, expectedVersion }) {
    const found = await findMember(db, memberId ? { id: memberId } : { userId })
    refuse(ownLimitsDenial(found, { selfId: self.id }))
    refuseStaleMember(found, expectedVersion)
    const before = found.limits
    if (role) await also(changeRole, { memberId: found.id, role })
    const member = await findMember(db, { held: found.id })
    if (JSON.stringify(before) === JSON.stringify(limits)) return unchanged({ ...member, limits })
    const { version } = await setMemberLimits(db, member, limits)
    return changed(
      { ...member, version, limits },
      {
        subject: { kind: 'member', id: member.id, label: member.name },
        before: { limits: before },
        after: { limits },
      },
    )
  },
})
