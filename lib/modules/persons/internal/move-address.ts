import 'server-only'
import { searchable } from '@/lib/domain/fold'
import type { SessionCaller } from '@/lib/kernel/caller'
import { Problem } from '@/lib/kernel/problem'
import { type IdentityDb, isUniqueViolation } from '@/lib/platform/db/doors'
import { endLinks } from '../link'
import { ownLogs } from '../own-logs'

type Moving = {
  person: { id: string; emailProvenAt: Date | null }
  change: { id: string; oldEmail: string; newEmail: string }
  via: SessionCaller | undefined
}

/**
 * Gives an account its new address, in every organization. An account of one organization alone stays that: what else
 * carries the new address is not touched (decision 017). Links that were mailed to the earlier one end.
 */
export async function moveAddress(db: IdentityDb, { person, change, via }: Moving, now: Date) {
  const { oldEmail, newEmail: email } = change
  const logs = await ownLogs(db, person.id, via)
  try {
    const { count } = await db.person.updateMany({
      where: { id: person.id, email: oldEmail },
      data: { email, ...(person.emailProvenAt && { emailProvenAt: now }) },
    })
    if (count === 0) throw new Problem('stale', 'Your address was changed in the meantime.')
    for (const { member } of logs) {
      const { organizationId, id, name } = member
      await db.membership.updateMany({
        where: { organizationId, id, endedAt: null },
        data: { email, searchable: searchable(name, email), version: { increment: 1 } },
      })
    }
  } catch (error) {
    throw isUniqueViolation(error) ? taken() : error
  }
  await endLinks(db, { personId: person.id }, now)
  await db.emailChange.updateMany({
    where: { id: change.id },
    data: { endedAt: now, endedBecause: 'done' },
  })
  return logs.map(({ entry }) => ({
    ...entry,
    before: { email: oldEmail },
    after: { email },
  }))
}

const taken = () =>
  new Problem(
    'conflict',
    'The new address has an account of its own, here or in one of your organizations. Nothing was changed.',
  )
