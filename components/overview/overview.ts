import { consoleQuery } from '@/lib/client/query'
import { stableDate } from '@/lib/client/time-words'
import { formatCount } from '@/lib/client/words'
import type { Overview } from '@/lib/modules/overview/overview'

export const overviewQuery = (organizationId: string) =>
  consoleQuery<Overview>(organizationId, 'overview.read')

/** "3 people", "more than 1,000 people". */
export const countWords = (
  { count, more }: { count: number; more: boolean },
  one: string,
  many: string,
) => `${more ? 'more than ' : ''}${formatCount(count)} ${count === 1 && !more ? one : many}`

/** "29 Aug" of "2026-08-29". */
export const dayWords = (day: string) =>
  stableDate(new Date(`${day}T00:00:00Z`)).replace(/ \d+$/, '')

const DAY = 86_400_000 // ms
export const daysFrom = (first: string, count: number): string[] => {
  const start = Date.parse(`${first}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) =>
    new Date(start + index * DAY).toISOString().slice(0, 10),
  )
}
