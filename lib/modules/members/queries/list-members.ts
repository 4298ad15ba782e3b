import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import {
  type MemberFilter,
  type MemberRow,
  memberCount,
  memberPage,
} from '@/lib/platform/db/member-list'
import { Member, type MemberSort, memberSorts } from '../member'
import { filterFrom, memberFilters } from '../member-filter'

const COUNT_BOUND = 1_000

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
    return { ...page, total: await totalOf(db, filter, { people, owners }), people, owners }
  },
})

async function totalOf(
  db: Parameters<typeof memberCount>[0],
  filter: MemberFilter,
  { people, owners }: { people: number; owners: number },
) {
  const { kinds, roles = [], ...narrower } = filter
  const narrowed = Object.values(narrower).some((value) => value && value.length > 0)
  if (narrowed || kinds?.includes('service_account')) {
    const count = await memberCount(db, filter, COUNT_BOUND + 1)
    return { count: Math.min(count, COUNT_BOUND), more: count > COUNT_BOUND }
  }
  // The counter of the organization knows these without counting.
  const [only, ...others] = roles
  const count = others.length > 0 || !only ? people : only === 'owner' ? owners : people - owners
  return { count, more: false }
}

const placeBy = (sort: MemberSort) => (row: MemberRow) => ({
  id: row.id,
  value: {
    name: () => row.sortKey,
    email: () => row.email,
    joined: () => row.createdAt.toISOString(),
    active: () => row.lastActiveAt.toISOString(),
  }[sort](),
})
