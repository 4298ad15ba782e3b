import 'server-only'
import { rightsBeyond } from '@/lib/domain/rights'
import type { OrganizationRole } from '@/lib/domain/roles'
import { refuse } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'
import { roleChangeDenial } from '../member-rules'
import { findMember, ownerCount } from './find-member'
import { endsOfDemotion, readEnds } from './membership-ends'

type Context = {
  db: Pick<
    ReadDb,
    'membership' | 'organizationCounter' | 'session' | 'apiKey' | 'invitation' | 'roleBinding'
  >
  self: { id: string }
  now: Date
}

/** What another role means for somebody now, or why it may not be. The preview shows it, the command does it. */
export async function planRoleChange(
  context: Context,
  by: { id: string } | { held: string },
  role: OrganizationRole,
) {
  const { db, self } = context
  const [member, owners] = await readForRoleChange(db, by)
  refuse(roleChangeDenial(member, role, { selfId: self.id, owners }))
  const present = member.role as OrganizationRole
  const demoted = present === 'owner' && role !== 'owner'
  const ends = demoted ? endsOfDemotion : {}
  return {
    member,
    /** To be ended with the change. */
    ends,
    gained: rightsBeyond(role, present),
    lost: rightsBeyond(present, role),
    /** What would end, for those who decide. */
    ended: async () => ({ ...nothing, ...(await readEnds(ends, context, member.id)) }),
  }
}

/** Sent together, the two are one round trip. */
export const readForRoleChange = (db: Context['db'], by: { id: string } | { held: string }) =>
  Promise.all([findMember(db, by), ownerCount(db)])

const nothing = { invitations: [] as { id: string; email: string }[] }
