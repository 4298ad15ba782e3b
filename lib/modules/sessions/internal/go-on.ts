import 'server-only'
import { isProblem } from '@/lib/kernel/problem'
import type { IdentityDb } from '@/lib/platform/db/doors'
import type { SignInOutcome } from '../session'
import { beginSignIn } from '../sign-in-steps'

/** Begins a sign-in behind something that stays done even when it leads nowhere: then why stands in the answer. */
export async function goOnSigningIn(
  db: IdentityDb,
  begun: Parameters<typeof beginSignIn>[1],
  now: Date,
): Promise<SignInOutcome> {
  try {
    return { next: await beginSignIn(db, begun, now), refused: null }
  } catch (error) {
    if (!isProblem(error)) throw error
    return { next: null, refused: { code: error.code, detail: error.message } }
  }
}
