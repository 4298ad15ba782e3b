import 'server-only'
import { fold } from '@/lib/domain/fold'
import { UNASKED_COUNT } from '../api/wire'
import { chained } from './chained'

type TextQuery = { equals?: string | null; not_equal?: string | null; contains?: string | null }
type Page<Row> = { rows: Row[]; next: string | null; total: { count: number } }
type Read<Row> = (
  search: string | undefined,
  after: string | undefined,
  count: number,
) => Promise<Page<Row>>

/** A list whose names fit a TextQuery: any letter case, no wildcards (anyscale-client.md §2.2). */
export async function byName<Row extends { name: string }>(
  query: TextQuery | null | undefined,
  page: { after?: string; count: number },
  read: Read<Row>,
): Promise<Page<Row>> {
  const { equals, not_equal, contains } = query ?? {}
  if (!equals && !not_equal) return read(contains ?? undefined, page.after, page.count)
  const keeps = ({ name }: Row) =>
    (!equals || fold(name) === fold(equals)) &&
    (!not_equal || fold(name) !== fold(not_equal)) &&
    (!contains || fold(name).includes(fold(contains)))
  const source = {
    word: 'fits',
    read: (after: string | undefined, count: number) =>
      read(contains ?? equals ?? undefined, after, count),
    keeps,
  }
  const found = await chained([source], page)
  const whole = await chained([source], { count: UNASKED_COUNT })
  return { ...found, total: { count: whole.rows.length } }
}
