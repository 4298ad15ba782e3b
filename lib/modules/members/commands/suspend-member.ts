import 'server-only'
import { z } from 'zod'
import { expectedVersion, idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { setSuspended } from '@/lib/platform/db/member-list'
import { applyEnds, endsOfSuspension, readEnds } from '../internal/membership-ends'
import { planSuspension } from '../internal/plan-suspension'
import { refuseStaleMember } from '../internal/refuse-stale'
import { Member } from '../member'

/** Everything of somebody ends at once and nothing is lost: what they hold stays, and works again when restored. */
export const suspendMember = defineCommand({
  name: 'member.suspend',
  summary: 'Suspend somebody',
  scope: 'organization',
  permission: 'member.suspend',
  event: 'member.suspended',
  furtherEvents: ['session.ended'],
  lock: 'organization',
  fresh: true,
  input: z.object({ memberId: idOf('ide'), expectedVersion }),
  output: Member,
  async run(context, { memberId, expectedVersion }) {
    const { db, self, now } = context
    const member = await planSuspension(context, memberId)
    if (member.suspendedAt) return unchanged(member)
    refuseStaleMember(member, expectedVersion)
    const { sessions } = await readEnds(endsOfSuspension, context, memberId)
    // The row first: a sign-in that is under way waits for it, and then finds it suspended.
    const after = await setSuspended(db, memberId, { at: now, id: self.id })
    const events = await applyEnds(endsOfSuspension, { ...context, because: 'suspended' }, member)
    return changed(
      after,
      {
        subject: { kind: 'member', id: member.id, label: member.name },
        before: { state: 'active', role: member.role },
        after: { state: 'suspended', sessions },
      },
      ...events,
    )
  },
})
