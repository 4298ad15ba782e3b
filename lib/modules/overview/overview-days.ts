const DAY = 86_400_000 // ms
export const CHART_DAYS = 90

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** The last 90 days, today among them, in UTC. */
export function chartDays(now: Date): string[] {
  const today = Math.floor(now.getTime() / DAY) * DAY
  return Array.from({ length: CHART_DAYS }, (_, index) =>
    dayOf(today - (CHART_DAYS - 1 - index) * DAY),
  )
}

export const startOfDay = (day: string) => new Date(`${day}T00:00:00.000Z`)

type Counted = { day: string; count: number }

/** A number for each day, 0 where none was counted. */
export function fillDays(days: readonly string[], counted: readonly Counted[]): number[] {
  const sums = new Map<string, number>()
  for (const { day, count } of counted) sums.set(day, (sums.get(day) ?? 0) + count)
  return days.map((day) => sums.get(day) ?? 0)
}

/** How many there were at the end of each day, from how many there are now and by how many they became more each day. */
export function totalsOf(now: number, growth: readonly number[]): number[] {
  const totals: number[] = []
  let total = now
  for (const change of [...growth].reverse()) {
    totals.unshift(total)
    total -= change
  }
  return totals
}
