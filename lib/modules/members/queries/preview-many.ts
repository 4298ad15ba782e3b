import 'server-only'
import { z } from 'zod'
import { organizationRole } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { memberCredentials } from '@/lib/platform/db/member-list'
import { ownerCount } from '../internal/find-member'
import { groupsOf, type Reason, type Verb } from '../internal/selection-groups'
import { filterOfSelection, memberSelection } from '../member-filter'

const bound = 100_000

/** What work on many would do, and whom it leaves out: counted, by the rules that decide each of them later. */
export const previewMany = defineQuery({
  name: 'member.preview_many',
  summary: 'Say what work on many people would do',
  scope: 'organization',
  permission: 'member.list',
  input: z.object({
    selection: memberSelection,
    verb: z.enum(['remove', 'change_role', 'sign_out', 'suspend', 'restore']),
    role: organizationRole.optional().describe('With change_role.'),
  }),
  output: z.object({
    total: z.int(),
    /** To whom something happens. */
    fits: z.int(),
    /** Who stands so already. */
    already: z.int(),
    leftOut: z.array(
      z.object({
        count: z.int(),
        self: z.boolean(),
        names: z.array(z.string()),
        reason: z.string(),
      }),
    ),
    /** Of those whom it fits. */
    sessions: z.int(),
    keys: z.int(),
  }),
  async run({ db, self }, { selection, verb, role = 'collaborator' }) {
    const filter = filterOfSelection(selection)
    const asked: Verb = verb === 'change_role' ? { verb, role } : { verb }
    const standing = { selfId: self.id, owners: await ownerCount(db as never) }
    const groups = await groupsOf(db, filter, asked, standing, bound)
    const count = (wanted: (reason: Reason) => boolean) =>
      groups.filter(({ reason }) => wanted(reason)).reduce((sum, group) => sum + group.count, 0)
    const fitting = groups.filter(({ reason, count: size }) => reason === 'fits' && size > 0)
    const ends = { sessions: 0, keys: 0 }
    for (const group of fitting) {
      const credentials = await memberCredentials(db, group.filter, bound)
      ends.sessions += credentials.sessions
      ends.keys += credentials.keys
    }
    return {
      total: groups.reduce((sum, group) => sum + group.count, 0),
      fits: count((reason) => reason === 'fits'),
      already: count((reason) => reason === 'already'),
      leftOut: groups.flatMap(({ reason, count, self, names }) =>
        typeof reason === 'object' && count > 0
          ? [{ count, self, names, reason: reason.words }]
          : [],
      ),
      ...ends,
    }
  },
})
