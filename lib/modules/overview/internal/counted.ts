import 'server-only'
import {
  type InvitationFilters,
  filterFrom as invitationFilter,
} from '@/lib/modules/invitations/invitation-filter'
import { type MemberFilters, filterFrom as memberFilter } from '@/lib/modules/members/member-filter'
import type { ReadDb } from '@/lib/platform/db/doors'
import { invitationCount, invitationPage } from '@/lib/platform/db/invitation-list'
import { memberCount, memberPage } from '@/lib/platform/db/member-list'

/** As the lists have it: what is counted here must be what they count. */
const COUNT_BOUND = 1_000
const NAMED = 3

const bounded = (count: number) => ({
  count: Math.min(count, COUNT_BOUND),
  more: count > COUNT_BOUND,
})

/** How many a list of people holds, and its first rows. */
export async function countedPeople(
  db: ReadDb,
  filters: MemberFilters,
  now: Date,
  sort: 'name' | 'joined' = 'name',
) {
  const filter = memberFilter(filters, now)
  const rows = await memberPage(db, filter, { sort, descending: false }, null, NAMED + 1)
  const count = rows.length > NAMED ? await memberCount(db, filter, COUNT_BOUND + 1) : rows.length
  return { ...bounded(count), rows: rows.slice(0, NAMED) }
}

/** How many the list of pending invitations holds, and those that end first. */
export async function countedInvitations(
  db: ReadDb,
  filters: Omit<InvitationFilters, 'state'>,
  now: Date,
) {
  const filter = invitationFilter({ ...filters, state: 'pending' }, now)
  const order = { sort: 'expires', descending: false } as const
  const rows = await invitationPage(db, filter, order, null, NAMED + 1)
  const found = rows.length > NAMED ? await invitationCount(db, filter, COUNT_BOUND + 1) : null
  return { ...bounded(found ?? rows.length), rows: rows.slice(0, NAMED) }
}
