import 'server-only'
import { z } from 'zod'
import { idOf, moment } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { findMember } from '../internal/find-member'
import { Member } from '../member'

/** What ends when this member is removed, for the dialog to say before the button. */
export const previewRemoval = defineQuery({
  name: 'member.preview_removal',
  summary: 'Say what ends with a membership',
  scope: 'organization',
  permission: 'member.remove',
  input: z.object({ memberId: idOf('ide') }),
  output: z.object({
    member: Member,
    sessions: z.int(),
    keys: z.array(
      z.object({ name: z.string(), lastSix: z.string(), lastUsedAt: moment.nullable() }),
    ),
  }),
  async run({ db, now }, { memberId }) {
    const member = await findMember(db, { id: memberId })
    const live = { membershipId: memberId, expiresAt: { gt: now } }
    return {
      member,
      sessions: await db.session.count({ where: { ...live, endedAt: null } }),
      keys: await db.apiKey.findMany({
        where: { ...live, revokedAt: null },
        orderBy: { lastUsedAt: { sort: 'desc', nulls: 'last' } },
      }),
    }
  },
})
