import 'server-only'
import { z } from 'zod'
import { readCursor } from '@/lib/domain/cursor'
import { plain, storable, UNPLAIN, UNSTORABLE, withoutNul } from '@/lib/domain/storable'

/** ISO 8601 with microseconds and an offset, as the documented API writes times (anyscale-iam.md §8.1). */
export const wireTime = (moment: string): string => moment.replace(/\.(\d{3})Z$/, '.$1000+00:00')

export const time = z.iso
  .datetime({ offset: true })
  .meta({ examples: ['2026-11-24T08:02:06.510000+00:00'] })

/** A query boolean in any letter case: the official client sends `True` and `False`. */
export const flag = z
  .string()
  .transform((text, context) => {
    const lower = text.toLowerCase()
    if (lower === 'true' || lower === 'false') return lower === 'true'
    context.addIssue({ code: 'invalid_value', values: ['true', 'false'], input: text })
    return z.NEVER
  })
  .pipe(z.boolean())
  .meta({ type: 'boolean' })

/** Rows of a page. Without it the server's own default applies; 0 asks for the metadata alone. */
const countTo = (most: number) =>
  z
    .string()
    .transform((text, context) => {
      const number = Number(text)
      if (/^\d{1,4}$/.test(text) && number <= most) return number
      context.addIssue({ code: 'custom', message: `count is a whole number from 0 to ${most}.` })
      return z.NEVER
    })
    .pipe(z.int().min(0).max(most))
export const count = countTo(50).describe(
  'Rows of a page. Without it, up to 1,000; with 0, the total alone.',
)
/** Clouds come in larger pages (anyscale-client.md §2.2). */
export const largeCount = countTo(1_000).describe(
  'Rows of a page, 50 without it; with 0, the total alone.',
)

// Without half a character.
const isWhole = (text: string) => !/\p{Cs}/u.test(text)

/** What the database can hold. Said by the schema of the wire, so that the document says it too. */
export const textTo = (most: number) =>
  z.string().max(most).regex(withoutNul, UNSTORABLE).refine(isWhole, UNSTORABLE)
export const text = textTo(400)
/** The id of something. No id is longer. */
export const idText = textTo(100)
/** The name of a thing, as somebody writes it. What is stored is shorter (lib/domain/person-name.ts). */
export const nameText = textTo(10_000).describe(
  '1 to 100 characters, a letter or a digit among them; none that are invisible or turn text.',
)
/** Words that come back letter for letter, on lines or not. */
export const plainTo = (most: number) =>
  z.string().max(most).regex(plain, UNPLAIN).refine(isWhole, UNSTORABLE)
/** An address as somebody writes it. */
export const writtenEmail = textTo(1_000).meta({
  format: 'email',
  examples: ['ann@halden.example'],
})

const LOST = 'This page no longer exists. Start at the first.'

/** A token of ours: a place in a list, which is a moment in some, behind a word of the route's own (`exact.`). */
const tokenOf = (value: RegExp) =>
  z
    .string()
    .max(2_000)
    .regex(/^[\w.-]+$/, LOST)
    .refine((token) => {
      const place = token.replace(/^\w+\./, '')
      const cursor = readCursor(place)
      return place === '' || (cursor && value.test(cursor.value) && storable.test(cursor.id))
    }, LOST)
    .describe('next_paging_token of the page before, with the same filters.')
export const pagingToken = tokenOf(storable)
export const timePagingToken = tokenOf(/^[1-9]\d{3}-[\d:.TZ-]+$/)

export const single = <T extends z.ZodType>(result: T) => z.object({ result })
export const list = <T extends z.ZodType>(row: T) =>
  z.object({
    results: z.array(row),
    metadata: z.object({ total: z.int(), next_paging_token: z.string().nullable() }),
  })

/** Documented scripts ask for no page size and never turn a page (anyscale-client.md §2, §10). */
export const UNASKED_COUNT = 1_000

type Page<Row> = { rows: Row[]; next: string | null; total: { count: number } }

/** The list envelope. An empty token would make clients loop for ever, so there is none or null. */
export const envelope = <Row, Wire>(
  { rows, next, total }: Page<Row>,
  wire: (row: Row) => Wire,
) => ({
  results: rows.map(wire),
  metadata: { total: total.count, next_paging_token: next },
})

/** `count=0`: no rows, the total, and no next page. */
export const withCount = async <P extends Page<unknown>>(
  asked: number | undefined,
  read: (count: number) => Promise<P>,
): Promise<P> => {
  const page = await read(asked === 0 ? 1 : (asked ?? UNASKED_COUNT))
  return asked === 0 ? { ...page, rows: [], next: null } : page
}
