import 'server-only'
import type { OrganizationRole } from '@/lib/domain/permissions'
import { rightsBeyond } from '@/lib/domain/rights'
import { refuse } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'
import { roleChangeDenial } from '../member-rules'
import { findMember, ownerCount } from './find-member'
import { endsOfDemotion, readEnds } from './membership-ends'

type Context = {
  db: Pick<ReadDb, 'membership' | 'organizationCounter' | 'session' | 'apiKey' | 'invitation'>
  self: { id: string }
  now: Date
}

/** What another role means for somebody now, or why it may not be. The preview shows it, the command does it. */
export async function planRoleChange(context: Context, memberId: string, role: OrganizationRole) {
  const { db, self } = context
  const member = await findMember(db, { id: memberId })
  refuse(roleChangeDenial(member, role, { selfId: self.id, owners: await ownerCount(db) }))
  const present = member.role as OrganizationRole
  const demoted = present === 'owner' && role !== 'owner'
  const ends = demoted ? endsOfDemotion : {}
  return {
    member,
    /** To be ended with the change. */
    ends,
    gained: rightsBeyond(role, present),
    lost: rightsBeyond(present, role),
    ended: { ...nothing, ...(await readEnds(ends, context, memberId)) },
  }
}

const nothing = { invitations: [] as { id: string; email: string }[] }
