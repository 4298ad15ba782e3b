import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem, refuse } from '@/lib/kernel/problem'
import { noSessions, signOutDenial } from '@/lib/modules/members/member-rules'

/** Every browser of theirs has to sign in again; keys stay. */
export const endSessionsOfMember = defineCommand({
  name: 'session.end_of_member',
  summary: 'Sign a member out everywhere',
  scope: 'organization',
  permission: 'session.end',
  event: 'session.ended',
  input: z.object({
    memberId: idOf('ide'),
    /** Among many, oneself is left out: the rest would be stopped with one’s own session. */
    othersOnly: z.boolean().default(false),
  }),
  output: z.object({ ended: z.int() }),
  async run({ db, self, now }, { memberId, othersOnly }) {
    const member = await db.membership.findFirst({ where: { id: memberId, endedAt: null } })
    if (!member) throw new Problem('not_found', 'There is no such member in this organization.')
    refuse(noSessions(member))
    if (othersOnly) refuse(signOutDenial(member, { selfId: self.id }))
    const { count } = await db.session.updateMany({
      where: { membershipId: memberId, endedAt: null, expiresAt: { gt: now } },
      data: { endedAt: now, endedBecause: 'owner' },
    })
    if (count === 0) return unchanged({ ended: 0 })
    return changed(
      { ended: count },
      {
        subject: { kind: 'member', id: memberId, label: member.name },
        after: { because: 'owner', sessions: count },
      },
    )
  },
})
