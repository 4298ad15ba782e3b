import 'server-only'
import type { IdentityDb } from '@/lib/platform/db/doors'

/** The memberships that somebody may sign in to, the last used first; at most `take`. */
export const openSeats = (db: IdentityDb, personId: string, take: number) =>
  db.membership.findMany({
    where: { personId, endedAt: null, suspendedAt: null },
    orderBy: [{ lastActiveAt: 'desc' }, { id: 'asc' }],
    take,
    select: { organizationId: true, id: true, email: true, role: true, lastActiveAt: true },
  })
