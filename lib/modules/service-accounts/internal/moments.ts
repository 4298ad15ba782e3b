import 'server-only'
import { ENDING_DAYS, UNUSED_DAYS, USED_DAYS } from '../service-account-rules'

const DAY = 86_400_000 // ms

/** What "soon" and "lately" mean at a moment. */
export const momentsAt = (now: Date) => ({
  now,
  ending: new Date(now.getTime() + ENDING_DAYS * DAY),
  since: new Date(now.getTime() - UNUSED_DAYS * DAY),
})

export const usedSince = (now: Date) => new Date(now.getTime() - USED_DAYS * DAY)
