import 'server-only'

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
