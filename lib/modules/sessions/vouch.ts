import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import { Problem } from '@/lib/kernel/problem'
import type { IdentityDb } from '@/lib/platform/db/doors'
import type { SecondFactor, SignInMethod, Vouched } from './session'

/**
 * What the caller's own live session was begun with, for a sign-in that it stands in for. Who came in by an invitation or
 * made the first organization proved a password there: an organization that wants another way is not reached by it.
 */
export async function vouchedBy(
  db: IdentityDb,
  { organizationId, sessionId, personId }: SessionCaller,
): Promise<Required<Vouched> & { method: SignInMethod }> {
  const session = await db.session.findFirst({
    where: { organizationId, id: sessionId, personId, endedAt: null },
    select: { method: true, factor: true, authenticatedAt: true },
  })
  if (!session) throw new Problem('unauthenticated', 'Your sign-in has ended. Sign in again.')
  const { factor, authenticatedAt } = session
  const method =
    session.method === 'passkey' || session.method === 'email_link' ? session.method : 'password'
  return { method, factor: factor as SecondFactor | null, authenticatedAt }
}
