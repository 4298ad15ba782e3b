import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { type OpenAttempt, openAttempt } from '../sign-in-steps'

/** A sign-in under way whose every factor is proven: nobody learns before where somebody is a member. */
export async function provenAttempt(
  db: IdentityDb,
  attempt: string,
  now: Date,
): Promise<OpenAttempt> {
  const row = await openAttempt(db, attempt, now)
  if (row.factor !== null) return row
  const confirmed = { personId: row.personId, confirmedAt: { not: null } }
  if ((await db.factor.count({ where: confirmed })) === 0) return row
  throw new Problem('second_factor_required', 'Confirm your second factor first.')
}
