import { describe, expect, test } from 'vitest'
import { fullTime, logTime, shortDate, stableDate, type TimeKind, timeWords } from './time-words'

const now = new Date('2026-11-24T13:32:00Z')
const words = (at: string, kind: TimeKind = 'past', zone = 'Europe/Oslo') =>
  timeWords(new Date(at), now, kind, zone)

describe('what was', () => {
  test.each([
    ['2026-11-24T13:31:30Z', 'Now'],
    ['2026-11-24T13:33:00Z', 'Now'], // a clock that is ahead
    ['2026-11-24T13:28:00Z', '4 min ago'],
    ['2026-11-24T11:30:00Z', '2 h ago'],
    ['2026-11-23T12:00:00Z', 'Yesterday'],
    ['2026-11-14T12:00:00Z', '14 Nov'],
    ['2025-02-03T12:00:00Z', '3 Feb 2025'],
    ['2026-09-02T12:00:00Z', '2 Sep'],
  ])('%s is %s', (at, expected) => expect(words(at)).toBe(expected))

  test('the day is that of the reader', () => {
    expect(words('2026-11-22T23:30:00Z', 'past', 'Europe/Oslo')).toBe('Yesterday')
    expect(words('2026-11-22T23:30:00Z', 'past', 'America/New_York')).toBe('22 Nov')
  })
})

test.each([
  ['2026-11-24T16:40:00Z', 'end', 'Today 17:40'],
  ['2026-11-25T16:40:00Z', 'end', 'Tomorrow'],
  ['2026-12-14T16:40:00Z', 'end', '14 Dec'],
  ['2026-11-30T16:40:00Z', 'countdown', 'in 6 days'],
  ['2026-12-09T16:40:00Z', 'countdown', '9 Dec'],
  ['2027-01-04T16:40:00Z', 'countdown', '4 Jan 2027'],
  ['2026-11-24T11:02:00Z', 'at', '12:02'],
  ['2026-11-23T11:02:00Z', 'at', '23 Nov'],
] as const)('%s (%s) is %s', (at, kind, expected) => expect(words(at, kind)).toBe(expected))

test.each([
  ['2026-11-24T13:32:07Z', '14:32:07'],
  ['2026-11-23T13:32:07Z', 'Yesterday 14:32'],
  ['2026-11-14T13:32:07Z', '14 Nov 14:32'],
  ['2025-02-03T13:32:07Z', '3 Feb 2025 14:32'],
])('a log says %s as %s', (at, expected) =>
  expect(logTime(new Date(at), now, 'Europe/Oslo')).toBe(expected),
)

test('the whole time names its zone', () => {
  const at = new Date('2026-11-24T13:32:07Z')
  expect(fullTime(at, 'Europe/Oslo')).toBe('Tue 24 Nov 2026, 14:32:07 UTC+1')
  expect(fullTime(at, 'UTC')).toBe('Tue 24 Nov 2026, 13:32:07 UTC')
  expect(shortDate(at, 'UTC')).toBe('Tue 24 Nov')
  expect(stableDate(at)).toBe('24 Nov 2026')
})
