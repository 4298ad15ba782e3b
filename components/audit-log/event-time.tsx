'use client'
import { Tooltip } from '@/components/ui/tooltip'
import { useNow } from '@/lib/client/clock'
import { fullTime, logTime, stableDate } from '@/lib/client/time-words'

/** To the second, in the reader's zone; the server writes the UTC date. */
export function EventTime({ at }: { at: string }) {
  const now = useNow()
  const date = new Date(at)
  const time = (
    <time dateTime={at} className="whitespace-nowrap tabular-nums">
      {now === null ? stableDate(date) : logTime(date, new Date(now))}
    </time>
  )
  return now === null ? time : <Tooltip content={fullTime(date)}>{time}</Tooltip>
}
