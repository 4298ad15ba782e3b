import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { findMember } from '../internal/find-member'
import { endsOfRemoval, readEnds } from '../internal/membership-ends'
import { readLeftBehind } from '../internal/read-left-behind'
import { LeftBehind } from '../left-behind'
import { Member } from '../member'
import { RemovalEnds } from '../member-ends'

/** What ends when this member is removed, for the dialog to say before the button. */
export const previewRemoval = defineQuery({
  name: 'member.preview_removal',
  summary: 'Say what ends with a membership',
  scope: 'organization',
  permission: 'member.remove',
  input: z.object({ memberId: idOf('ide') }),
  output: z.object({ member: Member, ...RemovalEnds.shape, left: LeftBehind }),
  async run(context, { memberId }) {
    const member = await findMember(context.db, { id: memberId })
    const ends = await readEnds(endsOfRemoval, context, memberId)
    return { member, ...ends, left: await readLeftBehind(context, memberId) }
  },
})
