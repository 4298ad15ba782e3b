import 'server-only'
import { z } from 'zod'
import { decide } from '@/lib/domain/decide'
import { idOf, moment } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { AuditEvent } from '@/lib/modules/audit/event'
import { type EventRow, eventPage } from '@/lib/platform/db/event-list'
import { findInvitation, withInviter } from '../internal/find-invitation'
import { Invitation, stateOf } from '../invitation'

const MOST = 50

/** One invitation with what came of it, and every other one of the same address. */
export const readHistory = defineQuery({
  name: 'invitation.history',
  summary: 'Read what became of an invitation, and of others to its address',
  scope: 'organization',
  permission: 'invitation.list',
  input: z.object({ id: idOf('orginv') }),
  output: z.object({
    invitation: Invitation,
    acceptedBy: z
      .object({ id: idOf('ide'), name: z.string(), endedAt: moment.nullable() })
      .nullable(),
    /** Earlier and later ones, newest first. */
    others: z.array(Invitation),
    /** Newest first; null for those who may not read the audit log. */
    events: z.array(AuditEvent).nullable(),
  }),
  async run({ db, now, access }, { id }) {
    const { acceptedById, ...invitation } = await findInvitation(db, id, now)
    const others = await db.invitation.findMany({
      where: { email: invitation.email, id: { not: id } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      include: withInviter,
      take: MOST,
    })
    const events = decide(access, 'audit.read').allowed
      ? await eventPage(db, { subject: id }, true, null, MOST)
      : null
    return {
      invitation,
      acceptedBy: acceptedById
        ? await db.membership.findFirst({
            where: { id: acceptedById },
            select: { id: true, name: true, endedAt: true },
          })
        : null,
      others: others.map((row) => ({ ...row, state: stateOf(row, now) })),
      events: events as
        | (EventRow & Pick<Stored, 'actor' | 'subject' | 'before' | 'after'>)[]
        | null,
    }
  },
})

/** Columns of JSON hold what the kernel wrote; the output schema parses them. */
type Stored = z.input<typeof AuditEvent>
