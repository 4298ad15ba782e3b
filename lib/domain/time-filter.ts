const day = 86_400_000
const relative = /^(within|over)-(\d{1,4})d$/
const range = /^(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/

/** Moments from `from` on and before `to`. */
export type TimeBounds = { from?: Date; to?: Date }

/** "within-7d" (in the last 7 days), "over-30d" (over 30 days ago), "2026-01-01..2026-01-31" (both days whole, in UTC, either may be missing). */
export function timeBounds(filter: string, now: Date): TimeBounds | null {
  const [, word, count] = relative.exec(filter) ?? []
  if (word) {
    const at = new Date(now.getTime() - Number(count) * day)
    return word === 'within' ? { from: at } : { to: at }
  }
  const [found, first, last] = range.exec(filter) ?? []
  if (!found || (!first && !last)) return null
  const from = first === undefined ? undefined : startOf(first)
  const end = last === undefined ? undefined : startOf(last)
  if (from === null || end === null) return null
  if (from && end && from > end) return null
  return { ...(from && { from }), ...(end && { to: new Date(end.getTime() + day) }) }
}

/** null: no such day, such as 30 February, or one that PostgreSQL may not know. */
function startOf(text: string): Date | null {
  const at = new Date(`${text}T00:00:00Z`)
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
  return isDay && text >= '0100' ? at : null
}
