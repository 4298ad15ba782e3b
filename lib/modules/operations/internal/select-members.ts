import 'server-only'
import { filterOfSelection, type MemberSelection } from '@/lib/modules/members/member-filter'
import type { WriteDb } from '@/lib/platform/db/doors'
import { memberPage } from '@/lib/platform/db/member-list'
import { maxItems } from '../operation'

const PAGE = 5_000
const byName = { sort: 'name', descending: false } as const

/** Who is meant, by name; one more than may be, when it is too many. Foreign and unknown ids are nobody. */
export async function selectMembers(db: WriteDb, selection: MemberSelection) {
  const filter = filterOfSelection(selection)
  const found: { id: string; label: string }[] = []
  for (let after: { value: string; id: string } | null = null; ; ) {
    const rows = await memberPage(db as never, filter, byName, after, PAGE)
    for (const { id, name } of rows) found.push({ id, label: name })
    const last = rows.at(-1)
    if (rows.length < PAGE || !last || found.length > maxItems) return found
    after = { value: last.sortKey, id: last.id }
  }
}
