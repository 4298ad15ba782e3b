import 'server-only'
import { byteOrderMark, csvLine } from '@/lib/domain/csv'
import type { Download } from './download'

const PAGE = 1_000
type Page<Row> = { rows: Row[]; next: string | null }

/** Each page is decided anew: whoever may not ask any more gets no further rows. The first is read before anything is sent. */
export async function csvPages<Row>(
  read: (after?: string) => Promise<Page<Row>>,
  head: readonly string[],
  cells: (row: Row) => readonly string[],
): Promise<AsyncIterable<string>> {
  const first = await read()
  async function* lines() {
    yield byteOrderMark + csvLine(head)
    for (let page = first; ; page = await read(page.next ?? undefined)) {
      yield page.rows.map((row) => csvLine(cells(row))).join('')
      if (!page.next) return
    }
  }
  return lines()
}

export const csvFile = (name: string, open: Download['open']): Download => ({
  contentType: 'text/csv; charset=utf-8',
  fileName: (now) => `${name}-${now.toISOString().slice(0, 10)}.csv`,
  open,
})

/** The input of a list for one page of its file. */
export const pageAsked = (input: unknown, after?: string) => ({
  ...(input as object),
  after,
  count: PAGE,
})
