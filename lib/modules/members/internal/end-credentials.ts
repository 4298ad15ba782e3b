import 'server-only'
import type { EventName } from '@/lib/domain/events'
import type { Happened } from '@/lib/kernel/define'
import { keyFacts, keySubject } from '@/lib/modules/api-keys/api-key'
import type { WriteDb } from '@/lib/platform/db/doors'

type Ending = Happened<'organization'> & { event: EventName }
type Owner = { id: string; name: string; email: string }

/** The events of `endCredentials`, for `furtherEvents`. */
export const credentialEvents = ['session.ended', 'api_key.revoked'] as const

/** What ends with a membership: its sessions and its keys, at the next request. Returns an event for each that lived. */
export async function endCredentials(
  db: Pick<WriteDb, 'session' | 'apiKey'>,
  member: Owner,
  now: Date,
): Promise<{ events: Ending[]; counts: { sessions: number; keys: number } }> {
  const theirs = { membershipId: member.id }
  const live = { ...theirs, expiresAt: { gt: now } }
  const sessions = await db.session.findMany({ where: { ...live, endedAt: null } })
  const keys = await db.apiKey.findMany({ where: { ...live, revokedAt: null } })
  await db.session.updateMany({
    where: { ...theirs, endedAt: null },
    data: { endedAt: now, endedBecause: 'removed' },
  })
  await db.apiKey.updateMany({ where: { ...theirs, revokedAt: null }, data: { revokedAt: now } })
  const after = { because: 'removed' }
  const events = [
    ...sessions.map(({ id }): Ending => {
      const subject = { kind: 'session', id, label: member.name, of: member.id } as const
      return { event: 'session.ended', subject, after }
    }),
    ...keys.map((key): Ending => {
      const subject = keySubject(key, member)
      return { event: 'api_key.revoked', subject, before: keyFacts(key, member), after }
    }),
  ]
  return { events, counts: { sessions: sessions.length, keys: keys.length } }
}
