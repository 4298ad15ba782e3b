import 'server-only'
import { z } from 'zod'
import { type Cursor, readCursor, writeCursor } from '@/lib/domain/cursor'
import { invalidInput } from './problem'

/** The input every keyset list shares. `count` is at most 50, except for the API's unasked first page. */
export const pageInput = {
  after: z.string().max(2_000).optional(),
  count: z.int().min(1).max(1_000).default(50),
}

/** A page of so many rows may share its way to the database with others. */
export const SMALL = 100

/** The answer every keyset list shares: rows, the places before and after them, the number of the first. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row),
    next: z.string().nullable(),
    previous: z.string().nullable(),
    first: z.int(),
    /** Counted to a bound; `more` says that it was reached. */
    total: z.object({ count: z.int(), more: z.boolean() }),
  })

/** The place a token names. `isTime`: the list is sorted by a moment, so the place must be one. */
export function cursorFrom(after: string | undefined, isTime = false): Cursor | null {
  if (after === undefined) return null
  const cursor = readCursor(after)
  if (!cursor || (isTime && !isMoment(cursor.value))) throw pageGone()
  return cursor
}

export const pageGone = () =>
  invalidInput([{ pointer: '#/after', detail: 'This page no longer exists. Start at the first.' }])

// As `moment` writes it: other forms have years that PostgreSQL does not know.
const isMoment = (text: string) =>
  /^[1-9]\d{3}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text))

type Fetched<Row> = { rows: Row[]; cursor: Cursor | null; count: number }
type Place<Row> = (row: Row) => { value: string; id: string }

/** Cuts the one row that was fetched beyond the page and names the places around it. */
export function paged<Row>({ rows: fetched, cursor, count }: Fetched<Row>, place: Place<Row>) {
  const backwards = cursor?.backwards ?? false
  const beyond = fetched.length > count
  const rows = fetched.slice(0, count)
  if (backwards) rows.reverse()
  const start = cursor?.offset ?? 0
  const first = backwards ? Math.max(0, start - rows.length) : start
  const head = rows[0]
  const tail = rows.at(-1)
  const hasNext = backwards ? true : beyond
  const hasPrevious = backwards ? beyond : cursor !== null && first > 0
  return {
    rows,
    first: rows.length === 0 ? 0 : first + 1,
    next:
      hasNext && tail
        ? writeCursor({ ...place(tail), offset: first + rows.length, backwards: false })
        : null,
    previous:
      hasPrevious && head ? writeCursor({ ...place(head), offset: first, backwards: true }) : null,
  }
}

/** How far lists are counted. */
export const COUNTED_TO = 1_000
/** A count that was made to one more than the bound. */
export const bounded = (count: number) => ({
  count: Math.min(count, COUNTED_TO),
  more: count > COUNTED_TO,
})

/** How many there are, counted to a bound. A first page that is not full holds them all. */
export async function totalOf(
  page: { rows: unknown[]; next: string | null },
  cursor: Cursor | null,
  count: (most: number) => Promise<number>,
) {
  if (cursor === null && page.next === null) return { count: page.rows.length, more: false }
  return bounded(await count(COUNTED_TO + 1))
}
