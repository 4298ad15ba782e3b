import 'server-only'
import type { MemberRow } from '@/lib/platform/db/member-list'
import type { MemberSort } from '../member'

type Sorted = Pick<MemberRow, 'id' | 'sortKey' | 'email' | 'createdAt' | 'lastActiveAt'>

/** Where a row stands in the list: the value it is sorted by, and its id. */
export const placeBy = (sort: MemberSort) => (row: Sorted) => ({
  id: row.id,
  value: {
    name: () => row.sortKey,
    email: () => row.email,
    joined: () => row.createdAt.toISOString(),
    active: () => row.lastActiveAt.toISOString(),
  }[sort](),
})
