import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'

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
  }),
  async run({ db, now }) {
    const later = { expiresAt: { gt: now } }
    const counter = await db.organizationCounter.findFirstOrThrow()
    return {
      people: counter.people,
      sessions: await db.session.count({ where: { ...later, endedAt: null } }),
      keys: await db.apiKey.count({ where: { ...later, revokedAt: null } }),
      invitations: await db.invitation.count({
        where: { ...later, acceptedAt: null, revokedAt: null },
      }),
    }
  },
})
