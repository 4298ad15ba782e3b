import 'server-only'
import type { IdentityDb } from '@/lib/platform/db/doors'

/** The factors that count. */
export const confirmedFactors = (db: IdentityDb, personId: string) =>
  db.factor.findMany({
    where: { personId, confirmedAt: { not: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

/** An organization of the person that demands a second factor of its people; null: none does. */
export const requiredBy = (db: IdentityDb, personId: string): Promise<string | null> =>
  organizationWith(db, personId, { secondFactorRequired: true })

type Where = NonNullable<
  NonNullable<Parameters<IdentityDb['organizationPolicy']['findMany']>[0]>['where']
>

/** The first of the person's organizations whose policy is so, by name; null: none. */
export async function organizationWith(
  db: IdentityDb,
  personId: string,
  where: Where,
): Promise<string | null> {
  const open = await db.membership.findMany({
    where: { personId, endedAt: null },
    select: { organizationId: true },
  })
  const present = { in: open.map(({ organizationId }) => organizationId) }
  const policy = await db.organizationPolicy.findFirst({
    where: { AND: [{ organizationId: present }, where] },
    orderBy: { organizationId: 'asc' },
  })
  if (!policy) return null
  const { name } = await db.organization.findUniqueOrThrow({ where: { id: policy.organizationId } })
  return name
}

export const hasPassword = async (db: IdentityDb, personId: string): Promise<boolean> =>
  (await db.person.count({ where: { id: personId, passwordHash: { not: null } } })) === 1
