/** `at`: "12:02" today, else the date; for the end of a few words. */
export type TimeKind = 'past' | 'end' | 'countdown' | 'at'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Words of screens/README.md §5, in the zone given or the browser's own. */
export function timeWords(at: Date, now: Date, kind: TimeKind, timeZone?: string): string {
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone)
  if (kind === 'at') return days === 0 ? clock(at, timeZone) : date(at, now, timeZone)
  if (kind === 'past')
    return pastWords(now.getTime() - at.getTime(), days) ?? date(at, now, timeZone)
  if (kind === 'countdown' && days > 1 && days <= 14) return `in ${days} days`
  if (days === 0) return `Today ${clock(at, timeZone)}`
  if (days === 1) return 'Tomorrow'
  if (days === -1) return 'Yesterday'
  return date(at, now, timeZone)
}

function pastWords(ago: number, days: number): string | null {
  if (ago < minute) return 'Now'
  if (ago < hour) return `${Math.floor(ago / minute)} min ago`
  if (days === 0 || ago < 6 * hour) return `${Math.floor(ago / hour)} h ago`
  return days === -1 ? 'Yesterday' : null
}

function date(at: Date, now: Date, timeZone?: string): string {
  const sameYear = parts(at, timeZone).year === parts(now, timeZone).year
  const { day, month, year } = parts(at, timeZone)
  return sameYear ? `${day} ${month}` : `${day} ${month} ${year}`
}

/** "14 Nov 2026", in UTC: the same on every machine, so the server may write it. */
export function stableDate(at: Date): string {
  const { day, month, year } = parts(at, 'UTC')
  return `${day} ${month} ${year}`
}

/** "Tue 24 Nov 2026, 14:32:07 UTC+1". */
export function fullTime(at: Date, timeZone?: string): string {
  const { weekday, day, month, year, hour, minute, second, timeZoneName } = parts(at, timeZone)
  const zone = timeZoneName?.replace('GMT', 'UTC').replace(/\+0$/, '')
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute}:${second} ${zone}`
}

/** "14:32:07" of today, "Yesterday 14:32", "14 Nov 14:32", "3 Feb 2025 14:32". */
export function logTime(at: Date, now: Date, timeZone?: string): string {
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone)
  if (days === 0) return `${clock(at, timeZone)}:${parts(at, timeZone).second?.padStart(2, '0')}`
  const day = days === -1 ? 'Yesterday' : date(at, now, timeZone)
  return `${day} ${clock(at, timeZone)}`
}

/** "Tue 1 Dec". */
export function shortDate(at: Date, timeZone?: string): string {
  const { weekday, day, month } = parts(at, timeZone)
  return `${weekday} ${day} ${month}`
}

const clock = (at: Date, timeZone?: string) => {
  const { hour, minute } = parts(at, timeZone)
  return `${hour}:${minute}`
}

const dayNumber = (at: Date, timeZone?: string) => {
  const [y, m, d] = at.toLocaleDateString('sv-SE', { timeZone }).split('-').map(Number)
  return Date.UTC(y ?? 0, (m ?? 1) - 1, d) / day
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>

// Making one costs more than a row of a list, and each row has two times.
const formats = new Map<string | undefined, Intl.DateTimeFormat>()

function formatIn(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'shortOffset',
  })
  formats.set(timeZone, made)
  return made
}

function parts(at: Date, timeZone?: string): Parts {
  const found: Parts = {}
  for (const { type, value } of formatIn(timeZone).formatToParts(at)) found[type] = value
  if (found.month === 'Sept') found.month = 'Sep'
  return found
}
