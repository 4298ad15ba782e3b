import 'server-only'
import { z } from 'zod'
import { escapeLike, fold, searchPattern } from '@/lib/domain/fold'
import { organizationRole } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import {
  type MemberFilter,
  type MemberRow,
  memberCount,
  memberPage,
} from '@/lib/platform/db/member-list'
import { Member, type MemberSort, memberKinds, memberSorts } from '../member'

const COUNT_BOUND = 1_000
const textFilter = z.string().max(400).optional()

export const listMembers = defineQuery({
  name: 'member.list',
  summary: 'List the members of the organization',
  scope: 'organization',
  permission: 'member.list',
  input: z.object({
    search: textFilter.describe('Part of a name or an email address.'),
    email: textFilter.describe('Part of an email address.'),
    name: textFilter.describe('Part of a name.'),
    whole: z
      .object({ email: textFilter, name: textFilter })
      .optional()
      .describe('A whole address or a whole name, in any letter case.'),
    role: organizationRole.optional(),
    kind: z.enum(memberKinds).optional(),
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

type Filters = {
  search?: string
  email?: string
  name?: string
  whole?: { email?: string; name?: string }
  role?: string
  kind?: string
}

function filterFrom({ search, email, name, whole = {}, role, kind }: Filters): MemberFilter {
  // A pattern without wildcards is the whole text.
  if (whole.email)
    return { any: pattern(whole.email), email: escapeLike(whole.email.toLowerCase()), role, kind }
  if (whole.name)
    return { any: pattern(whole.name), name: escapeLike(fold(whole.name)), role, kind }
  return {
    any: pattern(search) ?? pattern(email) ?? pattern(name),
    email: email ? `%${escapeLike(email.toLowerCase())}%` : null,
    name: name ? `%${escapeLike(fold(name))}%` : null,
    role,
    kind,
  }
}

function pattern(text: string | undefined): string | null {
  const found = searchPattern(text ?? '')
  return found.kind === 'none' ? null : found.pattern
}

async function totalOf(
  db: Parameters<typeof memberCount>[0],
  filter: MemberFilter,
  { people, owners }: { people: number; owners: number },
) {
  const { any, email, name, role, kind } = filter
  if (any || email || name || kind === 'service_account') {
    const count = await memberCount(db, filter, COUNT_BOUND + 1)
    return { count: Math.min(count, COUNT_BOUND), more: count > COUNT_BOUND }
  }
  const count = role === 'owner' ? owners : role === 'collaborator' ? people - owners : people
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
