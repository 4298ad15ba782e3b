import { rangeWords } from '@/lib/client/words'
import type { Pager } from './column'

/** What every keyset list answers beside its rows. */
export type Page<Row = unknown> = {
  rows: Row[]
  /** Number of the first row, from 1. */
  first: number
  next: string | null
  previous: string | null
  total: { count: number; more: boolean }
}

/** "1–50 of 1,284 people", of what the list holds. */
export const pageWords = (
  { rows, first, total }: Page,
  nouns: { one: string; many: string },
): string =>
  rangeWords({
    start: first - 1,
    shown: rows.length,
    total: total.count,
    bounded: total.more,
    ...nouns,
  })

/** The footer of a list: its words, and the ways to the pages beside this one. */
export const pagerOf = (
  { next, previous }: Pick<Page, 'next' | 'previous'>,
  summary: string,
  go: (after: string | null) => void,
): Pager => ({
  summary,
  onPrevious: previous ? () => go(previous) : null,
  onNext: next ? () => go(next) : null,
})
