const numbers = new Intl.NumberFormat('en-US')

/** 1,284 */
export const formatCount = (count: number) => numbers.format(count)

/** "1 project", "11 projects". */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${formatCount(count)} ${count === 1 ? one : many}`

/** "see their own API keys" → "See their own API keys". */
export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type Range = {
  /** Index of the first row shown, from 0. */
  start: number
  shown: number
  /** null: not known. */
  total: number | null
  /** The count stopped at `total`: there are more. */
  bounded?: boolean
  one: string
  many: string
}

/** The footer of a list: "1–50 of 1,284 people", "1–50 of more than 1,000 people". */
export function rangeWords({ start, shown, total, bounded, one, many }: Range): string {
  if (shown === 0) return `No ${many}`
  const range = `${formatCount(start + 1)}–${formatCount(start + shown)}`
  if (total === null) return `${range} ${many}`
  const noun = total === 1 && !bounded ? one : many
  return `${range} of ${bounded ? 'more than ' : ''}${formatCount(total)} ${noun}`
}
