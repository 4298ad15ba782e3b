import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import type { Happened } from '@/lib/kernel/define'
import type { IdentityDb } from '@/lib/platform/db/doors'

type Change = { before?: object; after?: object }

/** One's own act, as the log of every organization that one is in tells it. */
export async function inEveryLog(
  db: IdentityDb,
  caller: SessionCaller | { personId: string },
  change: Change,
): Promise<Happened<'person'>[]> {
  const here = 'sessionId' in caller ? caller : null
  const open = await db.membership.findMany({
    where: { personId: caller.personId, endedAt: null },
    orderBy: [{ organizationId: 'asc' }, { id: 'asc' }],
  })
  return open.map(({ organizationId, id, name, email }) => ({
    organizationId,
    actor: {
      kind: 'member',
      id,
      name,
      email,
      // Another organization's log learns nothing of this session.
      ...(organizationId === here?.organizationId && { session: here.sessionId }),
    },
    subject: { kind: 'member', id, label: name },
    ...change,
  }))
}

/** The factors that count. */
export const confirmedFactors = (db: IdentityDb, personId: string) =>
  db.factor.findMany({
    where: { personId, confirmedAt: { not: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

/** An organization of the person that demands a second factor of its people; null: none does. */
export async function requiredBy(db: IdentityDb, personId: string): Promise<string | null> {
  const open = await db.membership.findMany({
    where: { personId, endedAt: null },
    select: { organizationId: true },
  })
  const policy = await db.organizationPolicy.findFirst({
    where: {
      organizationId: { in: open.map(({ organizationId }) => organizationId) },
      secondFactorRequired: true,
    },
    orderBy: { organizationId: 'asc' },
  })
  if (!policy) return null
  const { name } = await db.organization.findUniqueOrThrow({ where: { id: policy.organizationId } })
  return name
}

export const hasPassword = async (db: IdentityDb, personId: string): Promise<boolean> =>
  (await db.person.count({ where: { id: personId, passwordHash: { not: null } } })) === 1
