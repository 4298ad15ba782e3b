/** From the first second of that day on, where the reader is; null: at once. */
export const startOf = (day: string): string | null =>
  day ? new Date(`${day}T00:00:00`).toISOString() : null

/** Until the last second of that day, where the reader is; null: without an end. */
export const endOf = (day: string): string | null =>
  day ? new Date(`${day}T23:59:59`).toISOString() : null

/** The day of a moment as a date field has it; empty: none. */
export function dayOf(at: string | null): string {
  if (!at) return ''
  const date = new Date(at)
  const two = (number: number) => `${number}`.padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** What is wrong with two days, before the server is asked. */
export function daysFault(start: string, end: string, now: Date): string | undefined {
  const ends = endOf(end)
  if (ends && Date.parse(ends) <= now.getTime()) return 'The end lies in the past.'
  if (start && end && end < start) return 'The end must come after the start.'
  return undefined
}
