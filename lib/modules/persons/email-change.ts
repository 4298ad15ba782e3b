import { z } from 'zod'
import { moment } from '@/lib/domain/schemas'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { endLinks } from './link'

export const emailChangeLifetime = 24 * 3_600_000 // ms

/** A change of address that waits, as its person sees it. */
export const PendingEmailChange = z.object({
  newEmail: z.string(),
  /** Which of the two addresses have confirmed it. */
  oldConfirmed: z.boolean(),
  newConfirmed: z.boolean(),
  expiresAt: moment,
})

type Changes = Pick<IdentityDb, 'emailChange' | 'accountLink'>

export const pendingEmailChange = (
  db: Pick<IdentityDb, 'emailChange'>,
  which: { personId: string } | { id: string },
  now: Date,
) =>
  db.emailChange.findFirst({
    where: { ...which, endedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
  })

/** Ends the changes of address that an account has under way, and their links. */
export async function endEmailChanges(
  db: Changes,
  personId: string,
  because: 'password' | 'cancelled' | 'replaced' | 'refused',
  now: Date,
): Promise<number> {
  const open = await db.emailChange.findMany({
    where: { personId, endedAt: null },
    select: { id: true, expiresAt: true },
  })
  for (const { id } of open) {
    await db.emailChange.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: now, endedBecause: because },
    })
    await endLinks(db, { emailChangeId: id }, now)
  }
  return open.filter(({ expiresAt }) => expiresAt > now).length
}
