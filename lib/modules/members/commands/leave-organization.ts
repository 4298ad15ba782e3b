import 'server-only'
import { z } from 'zod'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { closeMembership } from '../internal/close-membership'
import { findMember, ownerCount } from '../internal/find-member'
import { endingEvents } from '../internal/membership-ends'
import { leavingDenial } from '../member-rules'

/** One's own membership closes, with one's sessions and keys here. Coming back takes an invitation. */
export const leaveOrganization = defineCommand({
  name: 'member.leave',
  summary: 'Leave the organization',
  scope: 'organization',
  permission: 'member.leave',
  event: 'member.left',
  furtherEvents: endingEvents,
  lock: 'organization',
  input: z.object({}),
  output: z.object({ organizationName: z.string() }),
  async run(context) {
    const { db, self } = context
    const member = await findMember(db, { id: self.id })
    refuse(leavingDenial(member, { owners: await ownerCount(db) }))
    const { name } = await db.organization.findFirstOrThrow()
    const ended = await closeMembership(context, member, { by: self.id, because: 'left' })
    const { email, role, userId, source, createdAt } = member
    return changed(
      { organizationName: name },
      {
        subject: { kind: 'member', id: member.id, label: member.name },
        before: { email, role, userId, source, joinedAt: createdAt },
        after: ended.counts,
      },
      ...ended.events,
    )
  },
})
