import { expect, test } from 'vitest'
import { CHART_DAYS, chartDays, fillDays, totalsOf } from './overview-days'

test('the last 90 days in UTC, today among them', () => {
  const days = chartDays(new Date('2026-03-01T23:59:59.999Z'))
  expect(days).toHaveLength(CHART_DAYS)
  expect(days.at(-1)).toBe('2026-03-01')
  expect(days.at(-2)).toBe('2026-02-28')
  expect(days[0]).toBe('2025-12-02')
  expect(chartDays(new Date('2026-03-02T00:00:00.000Z')).at(-1)).toBe('2026-03-02')
})

test('days on which nothing was counted are 0, several counts of a day are one', () => {
  const counted = [
    { day: '2026-03-02', count: 3 },
    { day: '2026-03-02', count: 2 },
    { day: '2026-03-09', count: 7 },
  ]
  expect(fillDays(['2026-03-01', '2026-03-02', '2026-03-03'], counted)).toEqual([0, 5, 0])
})

test('totals go back from what there is now', () => {
  expect(totalsOf(10, [5, -2, 0, 3])).toEqual([9, 7, 7, 10])
  expect(totalsOf(0, [])).toEqual([])
})
