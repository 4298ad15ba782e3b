import 'server-only'
import { searchPattern } from '@/lib/domain/fold'
import { cursorFrom, paged } from '@/lib/kernel/page'
import {
  type BindingFilter,
  type BindingPlace,
  bindingCount,
  bindingPage,
} from '@/lib/platform/db/binding-list'
import type { ReadDb } from '@/lib/platform/db/doors'
import type { Target } from '@/lib/platform/db/targets'

const COUNT_BOUND = 1_000

type Context = { db: ReadDb; now: Date; target: Target }
type Asked = {
  search?: string
  roles?: readonly string[]
  origins?: readonly string[]
  kinds?: readonly string[]
  ends?: BindingFilter['ends']
  after?: string
  count: number
}

export const placeOf = ({ cloud, project }: Target) => ({
  cloud: cloud.id,
  project: project?.id ?? null,
})

export const patternOf = (search: string | undefined) => {
  const found = searchPattern(search ?? '')
  return found.kind === 'none' ? null : found.pattern
}

/** Everybody who holds a row on the target and matches, by name; organization owners are not among them. */
export async function listHeld<T>(
  context: Context,
  { search, roles, origins, kinds, ends, after, count }: Asked,
  shown: (context: Context, ids: string[]) => Promise<Map<string, T>>,
) {
  const { db, now, target } = context
  const place = placeOf(target)
  const cursor = cursorFrom(after)
  const filter = { search: patternOf(search), roles, origins, kinds, ends, now: now.toISOString() }
  const order = { descending: cursor?.backwards ?? false, after: cursor, limit: count + 1 }
  const found = await bindingPage(db, place, filter, order)
  const page = paged<BindingPlace>({ rows: found, cursor, count }, ({ id, sortKey }) => ({
    id,
    value: sortKey,
  }))
  const rows = await shown(
    context,
    page.rows.map(({ id }) => id),
  )
  const isWhole = cursor === null && page.next === null
  const total = isWhole ? found.length : await bindingCount(db, place, filter, COUNT_BOUND + 1)
  return {
    ...page,
    rows: page.rows.flatMap(({ id }) => rows.get(id) ?? []),
    total: { count: Math.min(total, COUNT_BOUND), more: total > COUNT_BOUND },
  }
}

export const bounded = (count: number) => ({
  count: Math.min(count, COUNT_BOUND),
  more: count > COUNT_BOUND,
})
export const BOUND = COUNT_BOUND + 1
