import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateWords, endWords, fullTime, momentWords, timeWords } from './since'

const now = new Date('2026-11-24T14:32:07.418Z')

describe('timeWords', () => {
  it.each([
    ['2026-11-24T14:32:07.418Z', 'Now'],
    ['2026-11-24T14:31:08.000Z', 'Now'],
    ['2026-11-24T14:31:07.000Z', '1 min ago'],
    ['2026-11-24T14:28:00.000Z', '4 min ago'],
    ['2026-11-24T13:32:08.000Z', '59 min ago'],
    ['2026-11-24T13:32:00.000Z', '1 h ago'],
    ['2026-11-24T12:00:00.000Z', '2 h ago'],
    ['2026-11-24T00:00:00.000Z', '14 h ago'],
    ['2026-11-23T23:59:59.000Z', 'Yesterday'],
    ['2026-11-23T00:00:00.000Z', 'Yesterday'],
    ['2026-11-22T23:59:59.000Z', '22 Nov'],
    ['2026-09-03T10:00:00.000Z', '3 Sep'],
    ['2025-02-03T10:00:00.000Z', '3 Feb 2025'],
    ['2026-11-24T17:40:00.000Z', 'Today 17:40'],
    ['2026-11-25T00:00:00.000Z', 'Tomorrow'],
    ['2026-11-26T00:00:00.000Z', '26 Nov'],
    ['2027-01-02T00:00:00.000Z', '2 Jan 2027'],
  ])('%s is %s', (date, words) => expect(timeWords(new Date(date), now)).toBe(words))

  it('says hours, not "Yesterday", shortly after midnight', () => {
    const early = new Date('2026-11-24T01:00:00Z')
    expect(timeWords(new Date('2026-11-23T23:00:00Z'), early)).toBe('2 h ago')
    expect(timeWords(new Date('2026-11-23T18:00:00Z'), early)).toBe('Yesterday')
  })

  it('counts days where the reader is, over a change of the clocks too', () => {
    const date = new Date('2026-11-24T23:30:00Z')
    expect(timeWords(date, now, 'UTC')).toBe('Today 23:30')
    expect(timeWords(date, now, 'Europe/Oslo')).toBe('Tomorrow')
    expect(timeWords(date, now, 'America/New_York')).toBe('Today 18:30')
    const afterChange = new Date('2026-10-25T12:00:00Z')
    expect(timeWords(new Date('2026-10-23T22:30:00Z'), afterChange, 'Europe/Oslo')).toBe(
      'Yesterday',
    )
    expect(timeWords(date, now, 'Nowhere/Atlantis')).toBe('Today 23:30')
  })
})

it('counts the days to the end of a key up to fourteen', () => {
  const end = (date: string) => endWords(new Date(date), now)
  expect(end('2026-11-30T00:00:00Z')).toBe('in 6 days')
  expect(end('2026-12-08T23:00:00Z')).toBe('in 14 days')
  expect(end('2026-12-09T00:00:00Z')).toBe('9 Dec')
  expect(end('2026-11-25T12:00:00Z')).toBe('Tomorrow')
  expect(end('2026-11-24T17:40:00Z')).toBe('Today 17:40')
  expect(end('2026-11-20T17:40:00Z')).toBe('20 Nov')
})

it('writes dates and whole times', () => {
  expect(dateWords(new Date('2026-11-27T10:00:00Z'), now)).toBe('Fri 27 Nov')
  expect(dateWords(new Date('2027-01-01T10:00:00Z'), now)).toBe('Fri 1 Jan 2027')
  expect(fullTime(new Date('2026-11-24T13:32:07.418Z'), 'Europe/Oslo')).toBe(
    'Tue 24 Nov 2026, 14:32:07.418 UTC+1',
  )
  expect(fullTime(new Date('2026-11-24T00:05:00.007Z'))).toBe('Tue 24 Nov 2026, 00:05:00.007 UTC')
  expect(fullTime(now, 'Asia/Kolkata')).toBe('Tue 24 Nov 2026, 20:02:07.418 UTC+5:30')
})

it('speaks of moments inside sentences', () => {
  const moment = (date: string) => momentWords(new Date(date), now)
  expect(moment('2026-11-24T17:40:00Z')).toBe('today at 17:40 UTC')
  expect(moment('2026-11-25T09:12:00Z')).toBe('tomorrow at 09:12 UTC')
  expect(moment('2026-11-27T09:12:00Z')).toBe('on 27 Nov at 09:12 UTC')
  expect(moment('2027-01-01T09:12:00Z')).toBe('on 1 Jan 2027 at 09:12 UTC')
})

it('never throws', () => {
  expect(timeWords(new Date(Number.NaN), now)).toBe('Not recorded')
  fc.assert(
    fc.property(fc.date({ noInvalidDate: false }), fc.string(), (date, zone) => {
      for (const write of [timeWords, endWords, dateWords]) write(date, now, zone)
      fullTime(date, zone)
    }),
  )
})
