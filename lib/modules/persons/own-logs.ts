import type { SessionCaller } from '@/lib/kernel/caller'
import type { Happened } from '@/lib/kernel/define'
import type { IdentityDb } from '@/lib/platform/db/doors'

/** The open memberships of an account, and by whom and about whom an event of the account is in each one's log. */
export async function ownLogs(
  db: Pick<IdentityDb, 'membership'>,
  personId: string,
  via?: SessionCaller,
) {
  const open = await db.membership.findMany({
    where: { personId, endedAt: null },
    orderBy: [{ organizationId: 'asc' }, { id: 'asc' }],
  })
  return open.map((member) => {
    const { organizationId, id, name, email } = member
    // Another organization's log learns nothing of the session that did it.
    const session = organizationId === via?.organizationId ? { session: via.sessionId } : {}
    return {
      member,
      entry: {
        organizationId,
        actor: { kind: 'member' as const, id, name, email, ...session },
        subject: { kind: 'member' as const, id, label: name },
      },
    }
  })
}

/** One's own act, as the log of every organization that one is in tells it. */
export async function inEveryLog(
  db: Pick<IdentityDb, 'membership'>,
  who: SessionCaller | { personId: string },
  change: { before?: object; after?: object },
): Promise<Happened<'person'>[]> {
  const logs = await ownLogs(db, who.personId, 'sessionId' in who ? who : undefined)
  return logs.map(({ entry }) => ({ ...entry, ...change }))
}
