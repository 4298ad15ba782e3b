import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { findMember, ownerCount } from '../internal/find-member'
import { endsOfRemoval, readEnds } from '../internal/membership-ends'
import { readLeftBehind } from '../internal/read-left-behind'
import { LeftBehind } from '../left-behind'
import { RemovalEnds } from '../member-ends'
import { leavingDenial } from '../member-rules'

/** What ends when one leaves, or why one may not now. */
export const previewLeaving = defineQuery({
  name: 'member.preview_leaving',
  summary: 'Say what ends when one leaves the organization',
  scope: 'organization',
  permission: 'member.leave',
  input: z.object({}),
  output: z.object({ denial: z.string().nullable(), ...RemovalEnds.shape, left: LeftBehind }),
  async run(context) {
    const { db, self } = context
    const member = await findMember(db, { id: self.id })
    const denial = leavingDenial(member, { owners: await ownerCount(db) })
    const ends = await readEnds(endsOfRemoval, context, self.id)
    const left = await readLeftBehind(context, self.id)
    return { denial: denial?.detail ?? null, ...ends, left }
  },
})
