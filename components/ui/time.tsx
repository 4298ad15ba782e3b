'use client'
import { useNow } from '@/lib/client/clock'
import { fullTime, stableDate, type TimeKind, timeWords } from '@/lib/client/time-words'
import { tip } from './tooltip'

type Props = {
  /** ISO 8601 with zone; null is "Never". */
  at: string | null
  /** past: "4 min ago". end: "Today 17:40". countdown: "in 6 days". */
  kind?: TimeKind
  className?: string
}

/** Words for a moment. The server writes the UTC date; the browser replaces it by words in its own zone. */
export function Time({ at, kind = 'past', className }: Props) {
  const now = useNow()
  if (at === null) return <span className={className}>Never</span>
  const date = new Date(at)
  return (
    <time dateTime={at} className={className} {...(now !== null && tip(fullTime(date)))}>
      {now === null ? stableDate(date) : timeWords(date, new Date(now), kind)}
    </time>
  )
}
