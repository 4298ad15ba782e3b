import { expect, test } from 'vitest'
import { rangeWords } from './words'

const people = { one: 'person', many: 'people' }

test.each([
  [{ start: 0, shown: 50, total: 1284 }, '1–50 of 1,284 people'],
  [{ start: 50, shown: 50, total: 1000, bounded: true }, '51–100 of more than 1,000 people'],
  [{ start: 0, shown: 1, total: 1 }, '1–1 of 1 person'],
  [{ start: 0, shown: 50, total: null }, '1–50 people'],
  [{ start: 0, shown: 0, total: 0 }, 'No people'],
])('%o', (range, expected) => expect(rangeWords({ ...range, ...people })).toBe(expected))
