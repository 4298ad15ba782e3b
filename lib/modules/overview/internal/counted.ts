import 'server-only'
import { bounded, COUNTED_TO } from '@/lib/kernel/page'
import {
  type InvitationFilters,
  filterFrom as invitationFilter,
} from '@/lib/modules/invitations/invitation-filter'
import { type MemberFilters, filterFrom as memberFilter } from '@/lib/modules/members/member-filter'
import type { ReadDb } from '@/lib/platform/db/doors'
import { invitationCount, invitationPage } from '@/lib/platform/db/invitation-list'
import { memberCount, memberPage } from '@/lib/platform/db/member-list'

const NAMED = 3

/** How many a list of people holds, and its first rows. */
export async function countedPeople(
  db: ReadDb,
  filters: MemberFilters,
  now: Date,
  sort: 'name' | 'joined' = 'name',
) {
  const filter = memberFilter(filters, now)
  const rows = await memberPage(db, filter, { sort, descending: false }, null, NAMED + 1)
  const count = rows.length > NAMED ? await memberCount(db, filter, COUNTED_TO + 1) : rows.length
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
  const found = rows.length > NAMED ? await invitationCount(db, filter, COUNTED_TO + 1) : null
  return { ...bounded(found ?? rows.length), rows: rows.slice(0, NAMED) }
}
