import { expect, test } from 'vitest'
import { barsPath, HEIGHT, peakOf, scaleOf } from './chart-path'

test('bars begin at the baseline, the highest reaches the top, none is drawn for 0', () => {
  const path = barsPath([0, 5, 10], { most: 10, base: 64, height: 64 })
  expect(path).toBe('M1.1 64v-32h.8v32zM2.1 64v-64h.8v64z')
  expect(barsPath([4], { most: 8, base: 40, height: 24, down: true })).toBe('M0.1 40v12h.8v-12z')
  expect(barsPath([0, 0], { most: 0, base: 64, height: 64 })).toBe('')
})

test('both directions have one scale', () => {
  expect(scaleOf(30, 10)).toEqual({ base: 48, up: 48, down: 16 })
  expect(scaleOf(0, 10)).toEqual({ base: 0, up: 0, down: HEIGHT })
  expect(scaleOf(0, 0)).toEqual({ base: HEIGHT, up: HEIGHT, down: 0 })
})

test('the highest day, the latest of several', () => {
  expect(peakOf([1, 7, 7, 2])).toEqual({ index: 2, value: 7 })
  expect(peakOf([0, 0])).toBeNull()
})
