import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { findMember } from '../internal/find-member'
import { endsOfRemoval, readEnds } from '../internal/membership-ends'
import { Member } from '../member'
import { RemovalEnds } from '../member-ends'

/** What a suspension ends, and what waits for the restoration, for the dialog to say before the button. */
export const previewSuspension = defineQuery({
  name: 'member.preview_suspension',
  summary: 'Say what ends and what waits when somebody is suspended',
  scope: 'organization',
  permission: 'member.suspend',
  input: z.object({ memberId: idOf('ide') }),
  output: z.object({ member: Member, ...RemovalEnds.shape }),
  async run(context, { memberId }) {
    const member = await findMember(context.db, { id: memberId })
    return { member, ...(await readEnds(endsOfRemoval, context, memberId)) }
  },
})
