import 'server-only'

type Someone = { id: string; email: string }
export type OwnersDb = {
  membership: {
    findMany(query: {
      where: { organizationId: string; role: string; endedAt: null; suspendedAt: null }
      select: { id: true; email: true }
    }): Promise<Someone[]>
  }
}

/** Every owner of an organization who can act. */
export const ownersOf = (db: OwnersDb, organizationId: string): Promise<Someone[]> =>
  db.membership.findMany({
    where: { organizationId, role: 'owner', endedAt: null, suspendedAt: null },
    select: { id: true, email: true },
  })
