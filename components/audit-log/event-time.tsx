'use client'
import { tip } from '@/components/ui/tooltip'
import { useNow } from '@/lib/client/clock'
import { fullTime, logTime, stableDate } from '@/lib/client/time-words'

/** To the second, in the reader's zone; the server writes the UTC date. */
export function EventTime({ at }: { at: string }) {
  const now = useNow()
  const date = new Date(at)
  return (
    <time
      dateTime={at}
      className="whitespace-nowrap tabular-nums"
      {...(now !== null && tip(fullTime(date)))}
    >
      {now === null ? stableDate(date) : logTime(date, new Date(now))}
    </time>
  )
}
