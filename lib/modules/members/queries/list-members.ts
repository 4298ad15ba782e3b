import 'server-only'
import { z } from 'zod'
import { escapeLike } from '@/lib/domain/fold'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf, SMALL } from '@/lib/kernel/page'
import type { ReadDb } from '@/lib/platform/db/doors'
import { memberCounter, memberPage } from '@/lib/platform/db/member-list'
import { countKnown, countMatching, isCountKnown } from '../internal/count-matching'
import { placeBy } from '../internal/member-place'
import { Member, memberSorts } from '../member'
import { filterFrom, type MemberFilters, memberFilters } from '../member-filter'

const input = z.object({
  ...memberFilters,
  /** Whoever has exactly this address is the answer, if the other filters let them through. */
  exact: z.string().max(400).optional(),
  sort: z.enum(memberSorts).default('name'),
  descending: z.boolean().default(false),
  ...pageInput,
})
type Input = z.output<typeof input>

export const listMembers = defineQuery({
  name: 'member.list',
  summary: 'List the members of the organization',
  scope: 'organization',
  permission: 'member.list',
  input,
  output: pageOf(Member).extend({
    /** Of the whole organization, whatever the filters. */
    people: z.int(),
    owners: z.int().describe('Who can act as such: not those who are suspended.'),
  }),
  ahead: (db, input, now) => ({
    read: read(db, input, now),
    all: isCountKnown(filterFrom(input, now)),
  }),
  together: (input) => input.count <= SMALL && isCountKnown(filterFrom(input, new Date())),
  async run({ db, now }, input) {
    const { sort, count } = input
    const cursor = cursorOf(input)
    const filter = filterFrom(input, now)
    const [exact, rows, counter] = await read(db, input, now)
    const sizes = { people: counter.people, owners: counter.owners }
    if (exact.length > 0)
      return {
        ...paged({ rows: exact, cursor: null, count: 1 }, placeBy(sort)),
        total: one,
        ...sizes,
      }
    const page = paged({ rows, cursor, count }, placeBy(sort))
    // A first page that is not full holds them all: nobody needs to be counted.
    const all = cursor === null && page.next === null ? { count: rows.length, more: false } : null
    const total = countKnown(filter, counter) ?? all ?? (await countMatching(db, filter, counter))
    return { ...page, total, ...sizes }
  },
})

const one = { count: 1, more: false }

const cursorOf = ({ after, sort }: Input) =>
  cursorFrom(after, sort === 'joined' || sort === 'active')

/** Sent together, the three are one round trip. */
function read(db: ReadDb, input: Input, now: Date) {
  const { sort, exact, count } = input
  const cursor = cursorOf(input)
  const descending = input.descending !== (cursor?.backwards ?? false)
  return Promise.all([
    exact === undefined ? [] : exactly(db, exact, input, now),
    memberPage(db, filterFrom(input, now), { sort, descending }, cursor, count + 1),
    memberCounter(db),
  ])
}

/** Whoever has this address and passes the other filters. */
const exactly = (db: ReadDb, email: string, { email: _, ...filters }: MemberFilters, now: Date) =>
  memberPage(
    db,
    { ...filterFrom(filters, now), email: escapeLike(email.toLowerCase()) },
    { sort: 'email', descending: false },
    null,
    1,
  )
