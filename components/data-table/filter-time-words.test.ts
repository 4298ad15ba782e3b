import { expect, test } from 'vitest'
import { timeRangeWords } from './filter-time-words'

test.each([
  ['2026-01-01..2026-01-31', '1 Jan 2026 to 31 Jan 2026'],
  ['2026-01-01..', 'from 1 Jan 2026'],
  ['..2026-01-31', 'until 31 Jan 2026'],
  ['2026-02-30..', undefined],
  ['over-30d', undefined],
  ['x', undefined],
  ['within-30d', undefined],
])('%s is %s', (filter, words) => expect(timeRangeWords(filter)).toBe(words))
