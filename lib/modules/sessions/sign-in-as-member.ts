import 'server-only'
import type { IdentityDb } from '@/lib/platform/db/doors'
import type { SignInMethod, SignInStep, Vouched } from './session'
import { beginSignIn } from './sign-in-steps'

type Member = { email: string; personId: string; organizationId: string }

/** Begins the sign-in of somebody who became a member in this transaction, to that organization. */
export const signInAsMember = (
  db: IdentityDb,
  { organizationId, ...who }: Member,
  how: Vouched & { method: SignInMethod },
  now: Date,
): Promise<SignInStep> =>
  beginSignIn(db, { ...who, ...how, wantedOrganizationId: organizationId }, now)
