import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { handedOver } from '@/lib/modules/bindings/binding'
import { handOver as handOverThings } from '@/lib/modules/bindings/commands/hand-over'
import { closeMembership } from '../internal/close-membership'
import { findMember } from '../internal/find-member'
import { endingEvents } from '../internal/membership-ends'
import { removalDenial } from '../member-rules'

/** Closes a membership; the row stays as history, and somebody who returns gets a new one (facts §1.6). */
export const removeMember = defineCommand({
  name: 'member.remove',
  summary: 'Remove somebody from the organization',
  scope: 'organization',
  permission: 'member.remove',
  event: 'member.removed',
  furtherEvents: endingEvents,
  lock: 'organization',
  fresh: true,
  input: z.object({
    memberId: idOf('ide'),
    /** Who owns from now on what they owned or made; the rest goes to the owners of the organization. */
    handOver: handedOver.default([]),
  }),
  output: z.object({ id: idOf('ide'), name: z.string() }),
  async run(context, { memberId, handOver }) {
    const { db, self, also } = context
    const member = await findMember(db, { id: memberId })
    refuse(removalDenial(member, { selfId: self.id }))
    const from = { from: memberId, handOver }
    const handed = handOver.length > 0 ? await also(handOverThings, from) : 0
    const ended = await closeMembership(context, member, { by: self.id, because: 'removed' })
    const { email, role, userId, source, createdAt } = member
    return changed(
      member,
      {
        subject: { kind: 'member', id: member.id, label: member.name },
        before: { email, role, userId, source, joinedAt: createdAt },
        after: { ...ended.counts, ...(handed > 0 && { handedOver: handed }) },
      },
      ...ended.events,
    )
  },
})
