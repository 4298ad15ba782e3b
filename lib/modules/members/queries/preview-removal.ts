import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { findMember } from '../internal/find-member'
import { endsOfRemoval, readEnds } from '../internal/membership-ends'
import { Member } from '../member'
import { RemovalEnds } from '../member-ends'

/** What ends when this member is removed, for the dialog to say before the button. */
export const previewRemoval = defineQuery({
  name: 'member.preview_removal',
  summary: 'Say what ends with a membership',
  scope: 'organization',
  permission: 'member.remove',
  input: z.object({ memberId: idOf('ide') }),
  output: z.object({ member: Member, ...RemovalEnds.shape }),
  async run(context, { memberId }) {
    const member = await findMember(context.db, { id: memberId })
    return { member, ...(await readEnds(endsOfRemoval, context, memberId)) }
  },
})
