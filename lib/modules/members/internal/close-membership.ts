import 'server-only'
import { applyEnds, endsOfRemoval, readEnds } from './membership-ends'

type Context = Parameters<typeof applyEnds>[1]
/** Who closed it, and by which of the two ways. */
type Closing = { by: string; because: 'removed' | 'left' }
type Row = { organizationId: string; id: string; name: string; email: string }

/** Closes a membership with all that ends with it, and says what and how much that was. The row stays as history. */
export async function closeMembership(
  context: Omit<Context, 'because'>,
  member: Row,
  closing: Closing,
) {
  const { db, now } = context
  const ended = await readEnds(endsOfRemoval, context, member.id)
  // The row first: a sign-in that is under way waits for it, and then finds it closed.
  await db.membership.update({
    where: { organizationId_id: { organizationId: member.organizationId, id: member.id } },
    data: { endedAt: now, endedById: closing.by, version: { increment: 1 } },
  })
  const events = await applyEnds(endsOfRemoval, { ...context, because: closing.because }, member)
  const { sessions, keys, invitations, roles } = ended
  return {
    events,
    counts: {
      sessions,
      keys: keys.length,
      invitations: invitations.length,
      roles: roles.clouds + roles.projects,
    },
  }
}
