export const MINUTE = 60_000 // ms
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const before = (time: Date, ms: number): Date => new Date(time.getTime() - ms)

export const later = (one: Date, other: Date): Date => new Date(Math.max(+one, +other))

/** The latest moment up to `time` at which an office is open: a weekday between 6 and 18 h UTC. Never later. */
export function inOffice(time: Date): Date {
  const moment = new Date(time)
  if (moment.getUTCHours() < 6) setHour(moment, -1, 16)
  else if (moment.getUTCHours() >= 18) setHour(moment, 0, 17)
  const weekday = moment.getUTCDay()
  if (weekday === 0 || weekday === 6) setHour(moment, weekday === 0 ? -2 : -1, moment.getUTCHours())
  return moment
}

function setHour(moment: Date, days: number, hour: number) {
  moment.setUTCDate(moment.getUTCDate() + days)
  moment.setUTCHours(hour)
}
