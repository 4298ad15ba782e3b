import { expect, test } from 'vitest'
import { overlap } from '@/lib/modules/api-keys/api-key-rules'
import { firstOverlap, overlaps } from './overlaps'

test('a key that others know ends now, unless somebody chooses otherwise; any other in a day', () => {
  expect(firstOverlap(true)).toBe(0)
  expect(firstOverlap(false)).toBe(overlap.default)
})

test('what is chosen at first can be chosen, and nothing longer than is let', () => {
  const offered = overlaps.map(({ seconds }) => seconds)
  expect(offered).toEqual(expect.arrayContaining([firstOverlap(true), firstOverlap(false)]))
  expect(Math.max(...offered)).toBeLessThanOrEqual(overlap.maximum)
})
