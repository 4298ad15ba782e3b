import type { EventName } from '@/lib/domain/events'
import type { SessionCaller } from '@/lib/kernel/caller'
import type { Happened } from '@/lib/kernel/define'
import { endSessions } from '@/lib/modules/sessions/ending'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { endEmailChanges } from './email-change'
import { endLinks } from './link'
import { inEveryLog } from './own-logs'

type Setting = {
  personId: string
  passwordHash: string
  by: 'change' | 'reset'
  /** The session that does it and stays. */
  via?: SessionCaller
}

/**
 * Gives an account a new password. What was begun with the earlier one ends: sessions, sign-ins under way, links,
 * a change of address. Keys stay. Answers what the log of each organization is told.
 */
export async function setPassword(
  db: IdentityDb,
  { personId, passwordHash, by, via }: Setting,
  now: Date,
) {
  await db.person.update({
    where: { id: personId },
    data: { passwordHash, passwordChangedAt: now },
    select: { id: true },
  })
  await db.signInAttempt.deleteMany({ where: { personId, redeemedAt: null } })
  await endLinks(db, { personId }, now)
  await endEmailChanges(db, personId, 'password', now)
  const which = via && { id: { not: via.sessionId } }
  const ended = await endSessions(
    db,
    { personId, because: 'password', ...(which && { which }), ...(via && { via }) },
    now,
  )
  const changed = await inEveryLog(db, via ?? { personId }, { after: { by } })
  const more = ended.map((entry): Happened<'person'> & { event: EventName } => ({
    ...entry,
    event: 'session.ended',
  }))
  return { changed, more }
}
