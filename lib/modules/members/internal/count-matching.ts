import 'server-only'
import { bounded, COUNTED_TO } from '@/lib/kernel/page'
import type { ReadDb } from '@/lib/platform/db/doors'
import { type MemberCounter, type MemberFilter, memberCount } from '@/lib/platform/db/member-list'

type Count = { count: number; more: boolean }

/** Whether the organization's counter, which counts people, knows how many match. */
export function isCountKnown({ kinds, roles: _, ...narrower }: MemberFilter): boolean {
  const narrowed = Object.values(narrower).some((value) => value && value.length > 0)
  return !narrowed && kinds?.length === 1 && kinds[0] === 'person'
}

/** How many match, as the counter knows it; null: they must be counted. */
export function countKnown(filter: MemberFilter, counter: MemberCounter): Count | null {
  if (!isCountKnown(filter)) return null
  const [only, ...others] = filter.roles ?? []
  const { people } = counter
  const owners = counter.owners + counter.suspendedOwners
  const count = others.length > 0 || !only ? people : only === 'owner' ? owners : people - owners
  return { count, more: false }
}

/** How many match, counted to a bound; the organization's counter knows some answers without counting. */
export async function countMatching(
  db: ReadDb,
  filter: MemberFilter,
  counter: MemberCounter,
): Promise<Count> {
  const known = countKnown(filter, counter)
  if (known) return known
  return bounded(await memberCount(db, filter, COUNTED_TO + 1))
}
