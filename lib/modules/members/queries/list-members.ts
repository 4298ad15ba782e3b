import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import { memberPage } from '@/lib/platform/db/member-list'
import { countMatching } from '../internal/count-matching'
import { placeBy } from '../internal/member-place'
import { Member, memberSorts } from '../member'
import { filterFrom, memberFilters } from '../member-filter'

export const listMembers = defineQuery({
  name: 'member.list',
  summary: 'List the members of the organization',
  scope: 'organization',
  permission: 'member.list',
  input: z.object({
    ...memberFilters,
    sort: z.enum(memberSorts).default('name'),
    descending: z.boolean().default(false),
    ...pageInput,
  }),
  output: pageOf(Member).extend({
    /** Of the whole organization, whatever the filters. */
    people: z.int(),
    owners: z.int(),
  }),
  async run({ db }, input) {
    const cursor = cursorFrom(input.after, input.sort === 'joined' || input.sort === 'active')
    const filter = filterFrom(input)
    const rows = await memberPage(
      db,
      filter,
      { sort: input.sort, descending: input.descending !== (cursor?.backwards ?? false) },
      cursor,
      input.count + 1,
    )
    const page = paged({ rows, cursor, count: input.count }, placeBy(input.sort))
    const counter = await db.organizationCounter.findFirst()
    const { people, owners } = counter ?? { people: 0, owners: 0 }
    return { ...page, total: await countMatching(db, filter, { people, owners }), people, owners }
  },
})
