import 'server-only'
import { z } from 'zod'
import { placesOf } from '@/lib/domain/ceiling'
import { ceilingOf } from '@/lib/kernel/caller'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import { accessTree } from '@/lib/platform/db/access-tree'
import { branchOf } from '../internal/branch'
import { readWhom, requireMayAsk } from '../internal/whom'
import { MemberOfAccess, TreeCloud } from '../reach'

/** What somebody holds: clouds, their projects, what each comes to, by which way, and what does not count. */
export const readTree = defineQuery({
  name: 'access.tree',
  summary: 'Read what somebody holds on clouds and in projects',
  scope: 'organization',
  permission: 'access.read_own',
  input: z.object({
    memberId: z
      .string()
      .max(400)
      .optional()
      .describe('An id (ide_…), a user id (usr_…) or an email address. Without it, oneself.'),
    projects: z.int().min(1).max(200).default(50).describe('So many of each cloud at most.'),
    ...pageInput,
  }),
  output: pageOf(TreeCloud)
    .omit({ total: true })
    .extend({ member: MemberOfAccess, suspended: z.boolean() }),
  async run({ db, now, self, caller, access }, { memberId, projects, after, count }) {
    requireMayAsk(self, access, memberId)
    const whom = await readWhom(db, memberId ?? self.id, now)
    const cursor = cursorFrom(after)
    const only = whom.id === self.id ? placesOf(ceilingOf(caller)) : null
    const asked = { memberId: whom.id, role: whom.role, at: now, projects: projects + 1, only }
    const page = { after: cursor, descending: cursor?.backwards ?? false, limit: count + 1 }
    const rows = await accessTree(db, asked, page)
    const found = paged({ rows, cursor, count }, ({ sortKey: value, id }) => ({ value, id }))
    return {
      ...found,
      rows: found.rows.map((row) => branchOf(row, whom, { now, projects })),
      member: whom,
      suspended: whom.suspended,
    }
  },
})
