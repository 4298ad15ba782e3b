import 'server-only'
import { verifyPassword } from '@/lib/platform/crypto/password-hash'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { openSeats } from './seats'

/** At most so many accounts of one address are tried, so that a sign-in has a bounded cost. */
const MOST = 10

/**
 * The account that this address and normalised password belong to, one with a membership before one without. `wrong`
 * takes as long without an account; `nowhere` means that the password is right and every membership has ended.
 */
export async function findAccount(
  db: IdentityDb,
  email: string,
  password: string,
): Promise<{ id: string } | 'wrong' | 'nowhere'> {
  const accounts = await accountsOf(db, email)
  if (accounts.length === 0) await verifyPassword(password, null)
  let known = false
  for (const { id, passwordHash } of accounts) {
    if (!(await verifyPassword(password, passwordHash))) continue
    known = true
    if ((await openSeats(db, id, 1)).length > 0) return { id }
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
