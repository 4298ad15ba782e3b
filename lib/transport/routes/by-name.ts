import 'server-only'
import { fold } from '@/lib/domain/fold'
import { kept } from './chained'
import type { TextQuery } from './collaborator-lists'

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
  const search = contains ?? equals ?? undefined
  const source = {
    word: 'fits',
    read: (after: string | undefined, count: number) => read(search, after, count),
    keeps: ({ name }: Row) => fits([name], query ?? {}),
  }
  return kept(source, page)
}

/** Whether one of these texts is what the query says, and holds what it says. */
export const fits = (texts: string[], { equals, not_equal, contains }: TextQuery) => {
  const is = (text: string) => texts.some((own) => fold(own) === fold(text))
  return (
    (!equals || is(equals)) &&
    (!not_equal || !is(not_equal)) &&
    (!contains || texts.some((own) => fold(own).includes(fold(contains))))
  )
}
