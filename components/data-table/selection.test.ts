import { describe, expect, test } from 'vitest'
import { exceptAfter, pageChoice, withPage, withRange } from './selection'
import { bulkLabel, countWords, matchWords } from './selection-words'

const order = ['a', 'b', 'c', 'd']
const range = (ids: string[], from: string, to: string, checked = true) =>
  [...withRange(new Set(ids), order, from, to, checked)].sort()

describe('a range of rows', () => {
  test('runs both ways and keeps what was chosen elsewhere', () => {
    expect(range(['z'], 'b', 'd')).toEqual(['b', 'c', 'd', 'z'])
    expect(range(['z'], 'd', 'b')).toEqual(['b', 'c', 'd', 'z'])
  })
  test('is one row when it began there or on another page', () => {
    expect(range([], 'c', 'c')).toEqual(['c'])
    expect(range([], 'y', 'c')).toEqual(['c'])
  })
  test('takes away as it gives', () => {
    expect(range(['a', 'b', 'c', 'd'], 'b', 'c', false)).toEqual(['a', 'd'])
  })
})

test.each([
  ['Remove…', 4, 3, 'Remove 3 of 4…'],
  ['Remove…', 4, 4, 'Remove…'],
  ['Sign out', 4, 0, 'Sign out 0 of 4'],
  ['Change role…', 1284, undefined, 'Change role…'],
])('%s of %s that fits %s is %s', (label, count, fits, words) =>
  expect(bulkLabel(label, count, fits)).toBe(words),
)

test.each([
  [
    { count: 4, matching: false, total: { count: 1284, more: false } },
    '4 selected',
    'Select all 1,284 that match',
  ],
  [{ count: 4, matching: false, total: { count: 4, more: false } }, '4 selected', null],
  [
    { count: 50, matching: false, total: { count: 1000, more: true } },
    '50 selected',
    'Select all that match',
  ],
  [{ count: 4, matching: false }, '4 selected', null],
  [
    { count: 1284, matching: true, total: { count: 1284, more: false } },
    'All 1,284 selected',
    null,
  ],
  [
    { count: 1000, matching: true, total: { count: 1000, more: true } },
    'All of more than 1,000 selected',
    null,
  ],
])('%o', (selection, words, more) => {
  expect(countWords(selection)).toBe(words)
  expect(matchWords(selection)).toBe(more)
})

test('everything but some', () => {
  const total = { count: 1284, more: false }
  const words = (more: boolean) =>
    countWords({ count: 1, matching: true, except: new Set(['a']), total: { ...total, more } })
  expect(words(false)).toBe('All but 1 of 1,284 selected')
  expect(words(true)).toBe('All but 1 of more than 1,284 selected')
  const after = (except: string[], ids: string[]) =>
    exceptAfter(new Set(except), order, new Set(ids))
  expect(after(['z'], ['a', 'b', 'c'])).toEqual(new Set(['z', 'd']))
  expect(after(['z', 'd'], order)).toEqual(new Set(['z']))
  expect(after([], [])).toBeNull()
})

test('the box above the list stands for its page, whatever other pages hold', () => {
  const page = ['a', 'b']
  expect(pageChoice(new Set(['x']), page)).toBe('none')
  expect(pageChoice(new Set(['x', 'a']), page)).toBe('some')
  expect(pageChoice(new Set(['a', 'b']), page)).toBe('all')
  expect(pageChoice(new Set(['x']), [])).toBe('none')
  expect([...withPage(new Set(['x']), page, true)]).toEqual(['x', 'a', 'b'])
  expect([...withPage(new Set(['x', 'a', 'b']), page, false)]).toEqual(['x'])
})
