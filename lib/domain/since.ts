const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/**
 * A time in the words of screens/README.md §5: "Now", "4 min ago", "2 h ago", "Yesterday", "14 Nov", "3 Feb 2025";
 * to come: "Today 17:40", "Tomorrow", then the date. An unknown time zone counts as UTC.
 */
export function timeWords(date: Date, now: Date, timeZone = 'UTC'): string {
  if (Number.isNaN(date.getTime())) return 'Not recorded'
  const [then, today] = [civil(date, timeZone), civil(now, timeZone)]
  const ago = now.getTime() - date.getTime()
  const days = then.dayNumber - today.dayNumber
  if (ago >= 0 && ago < minute) return 'Now'
  if (ago >= 0 && ago < hour) return `${Math.floor(ago / minute)} min ago`
  // After midnight "2 h ago" still says more than "Yesterday".
  if (ago >= 0 && (days === 0 || ago < 6 * hour)) return `${Math.floor(ago / hour)} h ago`
  if (days === -1) return 'Yesterday'
  if (days === 0) return `Today ${then.clock}`
  if (days === 1) return 'Tomorrow'
  return then.year === today.year ? then.dayMonth : `${then.dayMonth} ${then.year}`
}

/** The end of a key: as `timeWords`, but "in 6 days" for 2 to 14 days ahead. */
export function endWords(date: Date, now: Date, timeZone = 'UTC'): string {
  if (Number.isNaN(date.getTime())) return 'Not recorded'
  const days = civil(date, timeZone).dayNumber - civil(now, timeZone).dayNumber
  return days >= 2 && days <= 14 ? `in ${days} days` : timeWords(date, now, timeZone)
}

/** "Fri 27 Nov", with the year when it is another one: for the end of an invitation. */
export function dateWords(date: Date, now: Date, timeZone = 'UTC'): string {
  if (Number.isNaN(date.getTime())) return 'Not recorded'
  const [then, today] = [civil(date, timeZone), civil(now, timeZone)]
  const words = `${then.weekday} ${then.dayMonth}`
  return then.year === today.year ? words : `${words} ${then.year}`
}

/** For use inside a sentence: "today at 17:40 UTC", "tomorrow at 09:12 UTC", "on 27 Nov at 17:40 UTC". */
export function momentWords(date: Date, now: Date, timeZone = 'UTC'): string {
  const [then, today] = [civil(date, timeZone), civil(now, timeZone)]
  const at = `at ${then.clock} ${then.zone}`
  const days = then.dayNumber - today.dayNumber
  if (days === 0) return `today ${at}`
  if (days === 1) return `tomorrow ${at}`
  return `on ${then.dayMonth}${then.year === today.year ? '' : ` ${then.year}`} ${at}`
}

/** Whole time with zone, to the millisecond: "Tue 24 Nov 2026, 14:32:07.418 UTC+1". For tooltips and the audit drawer. */
export function fullTime(date: Date, timeZone = 'UTC'): string {
  if (Number.isNaN(date.getTime())) return 'Not recorded'
  const { weekday, dayMonth, year, clock, seconds, zone } = civil(date, timeZone)
  const millis = String(date.getUTCMilliseconds()).padStart(3, '0')
  return `${weekday} ${dayMonth} ${year}, ${clock}:${seconds}.${millis} ${zone}`
}

function civil(date: Date, timeZone: string) {
  const parts = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  )
  const [year, month, dayOfMonth] = [Number(parts.year), Number(parts.month), Number(parts.day)]
  const midnight = Date.UTC(year, month - 1, dayOfMonth)
  return {
    year,
    dayMonth: `${dayOfMonth} ${months[month - 1]}`,
    weekday: weekdays[new Date(midnight).getUTCDay()],
    dayNumber: midnight / day,
    clock: `${parts.hour}:${parts.minute}`,
    seconds: parts.second,
    zone: (parts.timeZoneName ?? 'UTC').replace('GMT', 'UTC').replace(/[+-]0$/, ''),
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = make(timeZone) ?? formatter('UTC')
  if (formatters.size < 1000) formatters.set(timeZone, made)
  return made
}

function make(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'shortOffset',
    })
  } catch {
    return null
  }
}
