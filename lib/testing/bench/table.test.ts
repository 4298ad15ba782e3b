import { expect, test } from 'vitest'
import { isSteady } from './memory.js'
import { engineLines, floorLines, markdown } from './table.js'

const result = (perSecond: number, failed = 0) => ({ perSecond, cpu: 1, failed, spread: 1 })
const met = (engine: 'pg' | 'pglite', results: Record<string, ReturnType<typeof result>>) =>
  engineLines(engine, new Map(Object.entries(results))).map((line) => line.met)

test('a row is met by its share of the floor, a third of it on the embedded database', () => {
  const floor = { 'floor/F1': result(900) }
  expect(met('pg', { ...floor, 'pg/list.first': result(449) })).toEqual(['not met'])
  expect(met('pg', { ...floor, 'pg/list.first': result(450) })).toEqual(['met'])
  expect(met('pglite', { ...floor, 'pglite/list.first': result(149) })).toEqual(['not met'])
  expect(met('pglite', { ...floor, 'pglite/list.first': result(151) })).toEqual(['met'])
})

test('a row is met within so many times the time of another', () => {
  const first = { 'floor/F1': result(900), 'pg/list.first': result(600) }
  expect(met('pg', { ...first, 'pg/list.deep': result(500) })).toEqual(['met', 'met'])
  expect(met('pg', { ...first, 'pg/list.deep': result(499) })).toEqual(['met', 'not met'])
})

test('what was not measured beside it is not met, and a failed request spoils a row', () => {
  expect(met('pg', { 'pg/list.first': result(600) })).toEqual(['not met'])
  expect(met('pg', { 'pg/list.deep': result(600) })).toEqual(['not met'])
  expect(met('pg', { 'pg/users': result(60) })).toEqual(['met'])
  expect(met('pg', { 'pg/users': result(600, 1) })).toEqual(['not met'])
})

test('memory is met when it stays below 500 MB and stops growing', () => {
  const samples = (...rss: number[]) => rss.map((mb, at) => ({ requests: at, rss: mb, heap: 50 }))
  expect(isSteady(samples(300, 320, 330, 330, 335))).toBe(true)
  expect(isSteady(samples(300, 330, 360, 390, 420))).toBe(false)
  expect(isSteady(samples(500, 500, 501, 500, 500))).toBe(false)
  expect(isSteady(samples(300))).toBe(false)
})

test('the page shows the floors too', () => {
  const text = markdown(floorLines(new Map([['floor/F2', result(800)]])))
  expect(text).toContain('| F2: Next, answering nothing | 800 | 1.00 |')
})
