import 'server-only'
import { verifyPassword } from '@/lib/platform/crypto/password-hash'
import type { IdentityDb } from '@/lib/platform/db/doors'
import type { Seat } from '../session'

/** At most so many accounts of one address are tried, so that a sign-in has a bounded cost. */
const MOST = 10

/**
 * Whom this address and normalised password sign in, where they were last. `wrong` takes as long without an account;
 * `nowhere` means that the password is right and every membership has ended.
 */
export async function findSeat(
  db: IdentityDb,
  email: string,
  password: string,
): Promise<Seat | 'wrong' | 'nowhere'> {
  const accounts = await accountsOf(db, email)
  if (accounts.length === 0) await verifyPassword(password, null)
  let known = false
  for (const { id: personId, passwordHash } of accounts) {
    if (!(await verifyPassword(password, passwordHash))) continue
    known = true
    const membership = await db.membership.findFirst({
      where: { personId, endedAt: null },
      orderBy: [{ lastActiveAt: 'desc' }, { id: 'asc' }],
    })
    if (!membership) continue
    const { organizationId, id: membershipId } = membership
    return { email, personId, organizationId, membershipId }
  }
  return known ? 'nowhere' : 'wrong'
}

/** The proven account of an address before those that exist for one organization, of these the newest first. */
const accountsOf = (db: IdentityDb, email: string) =>
  db.person.findMany({
    where: { email, passwordHash: { not: null } },
    orderBy: [{ emailProvenAt: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
    take: MOST,
    select: { id: true, passwordHash: true },
  })
