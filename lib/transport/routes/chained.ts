import 'server-only'
import { UNASKED_COUNT } from '../api/wire'

type Page<Row> = { rows: Row[]; next: string | null }
export type Source<Row> = {
  /** Begins the tokens that continue this source. */
  word: string
  read(after: string | undefined, count: number): Promise<Page<Row>>
  keeps?(row: Row): boolean
}

/** Several lists as one, each row where it comes first: a token says which of them it continues, and where. */
export async function chained<Row>(
  sources: readonly Source<Row>[],
  { after, count }: { after?: string; count: number },
): Promise<Page<Row>> {
  const word = after?.slice(0, after.indexOf('.'))
  const begun = Math.max(
    0,
    sources.findIndex((source) => source.word === word),
  )
  let cursor = after?.slice(after.indexOf('.') + 1) || undefined
  const rows: Row[] = []
  for (const [index, { word, read, keeps }] of [...sources.entries()].slice(begun)) {
    const following = sources[index + 1]
    for (;;) {
      const page = await read(cursor, count - rows.length)
      rows.push(...page.rows.filter((row) => keeps?.(row) ?? true))
      cursor = page.next ?? undefined
      // An empty page ends a client's loop even beside a token, so one that left out all of its rows reads on.
      if (cursor && rows.length > 0) return { rows, next: `${word}.${cursor}` }
      if (!cursor) break
    }
    if (rows.length === count) return { rows, next: following ? `${following.word}.` : null }
  }
  return { rows, next: null }
}

/** What is kept of one list, with how many that are; a page that is the whole list has counted it. */
export async function kept<Row>(source: Source<Row>, page: { after?: string; count: number }) {
  const found = await chained([source], page)
  const whole = page.after === undefined && found.next === null
  const all = whole ? found : await chained([source], { count: UNASKED_COUNT })
  return { ...found, total: { count: all.rows.length } }
}
