import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { liveKeys } from '@/lib/modules/api-keys/api-key'
import { eventCount } from '@/lib/platform/db/event-list'

const COUNT_BOUND = 10_000

/** What is lost with the organization, for the dialog to say before the button. */
export const previewDeletion = defineQuery({
  name: 'organization.preview_deletion',
  summary: 'Say what is lost with the organization',
  scope: 'organization',
  permission: 'organization.delete',
  input: z.object({}),
  output: z.object({
    people: z.int(),
    sessions: z.int(),
    keys: z.int(),
    invitations: z.int(),
    /** Counted to a bound: a log may hold millions. */
    events: z.object({ count: z.int(), more: z.boolean() }),
  }),
  async run({ db, now }) {
    const later = { expiresAt: { gt: now } }
    const found = await eventCount(db, {}, COUNT_BOUND + 1)
    const counter = await db.organizationCounter.findFirstOrThrow()
    return {
      people: counter.people,
      sessions: await db.session.count({ where: { ...later, endedAt: null } }),
      keys: await db.apiKey.count({ where: liveKeys(now) }),
      invitations: await db.invitation.count({
        where: { ...later, acceptedAt: null, revokedAt: null },
      }),
      events: { count: Math.min(found, COUNT_BOUND), more: found > COUNT_BOUND },
    }
  },
})
