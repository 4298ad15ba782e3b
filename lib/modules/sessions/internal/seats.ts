import 'server-only'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { MOST_SEATS } from '../organization-seat'

const lastUsedFirst = [{ lastActiveAt: 'desc' as const }, { id: 'asc' as const }]

/** The memberships that somebody may sign in to, the last used first; at most `take`. */
export const openSeats = (db: IdentityDb, personId: string, take: number) =>
  db.membership.findMany({
    where: { personId, endedAt: null, suspendedAt: null },
    orderBy: lastUsedFirst,
    take,
    select: { organizationId: true, id: true, email: true, role: true, lastActiveAt: true },
  })

/** Somebody's membership of one organization, if they may sign in to it. */
export const openSeat = (db: IdentityDb, personId: string, organizationId: string) =>
  db.membership.findFirst({
    where: { personId, organizationId, endedAt: null, suspendedAt: null },
    select: { organizationId: true, id: true, email: true },
  })

/** What somebody chooses among: where they are kept out for now last, else the last used first. */
export async function namedSeats(db: IdentityDb, personId: string) {
  const members = await db.membership.findMany({
    where: { personId, endedAt: null },
    orderBy: [{ suspendedAt: { sort: 'asc', nulls: 'first' } }, ...lastUsedFirst],
    take: MOST_SEATS,
    select: { organizationId: true, role: true, lastActiveAt: true, suspendedAt: true },
  })
  // Not by a join: the planner would read the memberships of everybody for it.
  const organizations = await db.organization.findMany({
    where: { id: { in: members.map(({ organizationId }) => organizationId) } },
    select: { id: true, name: true },
  })
  const names = new Map(organizations.map(({ id, name }) => [id, name]))
  return members.flatMap(({ lastActiveAt, ...member }) => {
    const name = names.get(member.organizationId)
    if (name === undefined) return []
    return [{ ...member, name, lastActiveAt: lastActiveAt.getTime() === 0 ? null : lastActiveAt }]
  })
}
