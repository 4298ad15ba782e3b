import { stableDate } from '@/lib/client/time-words'
import { timeBounds } from '@/lib/domain/time-filter'

/** "1 Jan 2026 to 31 Jan 2026", "from 1 Jan 2026", "until 31 Jan 2026". */
export function timeRangeWords(filter: string): string | undefined {
  if (!filter.includes('..') || !timeBounds(filter, new Date())) return undefined
  const [first, last] = filter.split('..')
  const words = (text: string) => stableDate(new Date(`${text}T00:00:00Z`))
  if (!first) return last && `until ${words(last)}`
  return last ? `${words(first)} to ${words(last)}` : `from ${words(first)}`
}
