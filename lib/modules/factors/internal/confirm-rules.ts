import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { hasPassword } from './own-account'

/**
 * Whether the password alone confirms in this session: not for somebody with a second factor until the session has shown
 * one, or a stolen password would do to take the factor away.
 */
export async function passwordConfirms(
  db: IdentityDb,
  { organizationId, sessionId, personId }: SessionCaller,
  hasFactor: boolean,
): Promise<boolean> {
  if (!(await hasPassword(db, personId))) return false
  if (!hasFactor) return true
  const where = { organizationId, id: sessionId, factor: { not: null } }
  return (await db.session.count({ where })) === 1
}
