import 'server-only'
import { z } from 'zod'
import { changed, defineCommand } from '@/lib/kernel/define'
import { memberCount } from '@/lib/platform/db/member-list'
import { memberColumnNames } from '../member-csv'
import { filterOfSelection, memberSelection } from '../member-filter'

const COUNT_BOUND = 100_000

/** Recorded before the first row leaves; the rows themselves are read page by page by `member.export_page`. */
export const exportMembers = defineCommand({
  name: 'member.export',
  summary: 'Note that a list of people is downloaded',
  scope: 'organization',
  permission: 'member.export',
  event: 'member.exported',
  input: z.object({
    selection: memberSelection,
    columns: z.array(z.enum(memberColumnNames)).min(1).max(20).default(memberColumnNames),
  }),
  /** How many there are as it begins, counted to a bound. */
  output: z.object({ people: z.int(), more: z.boolean() }),
  async run({ db }, { selection, columns }) {
    const found = await memberCount(db, filterOfSelection(selection), COUNT_BOUND + 1)
    const count = { people: Math.min(found, COUNT_BOUND), more: found > COUNT_BOUND }
    return changed(count, {
      subject: { kind: 'list', id: 'members', label: 'People' },
      after: { format: 'csv', ...count, columns, ...selection },
    })
  },
})
