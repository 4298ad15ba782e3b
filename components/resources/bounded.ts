import { formatCount } from '@/lib/client/words'

const BOUND = 1_000 // as far as the server counts

/** "1,000+" where it was not counted further. */
export const bounded = (count: number) =>
  count > BOUND ? `${formatCount(BOUND)}+` : formatCount(count)

/** "12 members", "more than 1,000 members". */
export const boundedWords = (count: number, one: string, many = `${one}s`) =>
  count > BOUND
    ? `more than ${formatCount(BOUND)} ${many}`
    : `${formatCount(count)} ${count === 1 ? one : many}`
