import { expect, test } from 'vitest'
import { dayOf, daysFault, endOf, startOf } from './days'

const now = new Date('2026-11-26T12:00:00')

test('a day is whole: from its first second to its last, where the reader is', () => {
  expect(new Date(startOf('2026-12-14') as string).getHours()).toBe(0)
  expect(new Date(endOf('2026-12-14') as string).getHours()).toBe(23)
  expect(dayOf(endOf('2026-12-14'))).toBe('2026-12-14')
  expect([startOf(''), endOf(''), dayOf(null)]).toEqual([null, null, ''])
})

test('today is a good end, yesterday is none, and an end before the start is none', () => {
  expect(daysFault('', '2026-11-26', now)).toBeUndefined()
  expect(daysFault('', '2026-11-25', now)).toBe('The end lies in the past.')
  expect(daysFault('2026-12-14', '2026-12-13', now)).toBe('The end must come after the start.')
  expect(daysFault('2026-12-14', '2026-12-14', now)).toBeUndefined()
})
