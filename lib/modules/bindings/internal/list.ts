import 'server-only'
import { patternOf } from '@/lib/domain/fold'
import { cursorFrom, paged, totalOf } from '@/lib/kernel/page'
import {
  type BindingFilter,
  type BindingPlace,
  bindingCount,
  bindingPage,
} from '@/lib/platform/db/binding-list'
import type { ReadDb } from '@/lib/platform/db/doors'
import type { Target } from '@/lib/platform/db/targets'

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
  const total = await totalOf(page, cursor, (most) => bindingCount(db, place, filter, most))
  return { ...page, rows: page.rows.flatMap(({ id }) => rows.get(id) ?? []), total }
}
