import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { handedOver } from '@/lib/modules/bindings/binding'
import { handOver as handOverThings } from '@/lib/modules/bindings/commands/hand-over'
import { closeMembership } from '../internal/close-membership'
import { findMember } from '../internal/find-member'
import { endingEvents } from '../internal/membership-ends'

/** The membership of a service account ends as a person's does: keys and roles in the same transaction; the row is history. */
export const closeAccount = defineCommand({
  name: 'member.close_account',
  summary: 'End the membership of a service account',
  scope: 'organization',
  permission: 'service_account.delete',
  event: 'service_account.deleted',
  furtherEvents: endingEvents,
  lock: 'organization',
  fresh: true,
  input: z.object({ accountId: idOf('ide'), handOver: handedOver.default([]) }),
  output: z.object({ id: idOf('ide') }),
  async run(context, { accountId, handOver }) {
    const { db, self, also } = context
    const member = await findMember(db, { id: accountId })
    if (member.kind !== 'service_account') {
      throw new Problem('not_found', 'There is no such service account in this organization.')
    }
    const handed =
      handOver.length > 0 ? await also(handOverThings, { from: member.id, handOver }) : 0
    const ended = await closeMembership(context, member, { by: self.id, because: 'removed' })
    const { keys, roles } = ended.counts
    const { id, name, email, userId, createdAt } = member
    return changed(
      { id },
      {
        subject: { kind: 'service_account', id, label: name },
        before: { name, email, userId, createdAt },
        after: { keys, roles, ...(handed > 0 && { handedOver: handed }) },
      },
      ...ended.events,
    )
  },
})
