import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem, refuse } from '@/lib/kernel/problem'
import { endSessionDenial } from '../session-rules'

/** One browser of somebody’s has to sign in again, at its next request. */
export const endSessionOfMember = defineCommand({
  name: 'session.end_one',
  summary: 'End one session of a member',
  scope: 'organization',
  permission: 'session.end',
  event: 'session.ended',
  input: z.object({ sessionId: idOf('ses') }),
  output: z.object({ ended: z.boolean() }),
  async run({ db, caller, now }, { sessionId }) {
    const session = await db.session.findFirst({
      where: { id: sessionId },
      include: { membership: { select: { id: true, name: true } } },
    })
    if (!session) throw new Problem('not_found', 'There is no such session in this organization.')
    refuse(
      endSessionDenial({ current: caller.kind === 'session' && caller.sessionId === sessionId }),
    )
    const { count } = await db.session.updateMany({
      where: { id: sessionId, endedAt: null, expiresAt: { gt: now } },
      data: { endedAt: now, endedBecause: 'owner' },
    })
    if (count === 0) return unchanged({ ended: false })
    const { id, name } = session.membership
    return changed(
      { ended: true },
      {
        subject: { kind: 'session', id: sessionId, label: name, of: id },
        after: { because: 'owner' },
      },
    )
  },
})
