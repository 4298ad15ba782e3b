import { beforeEach, expect, it, vi } from 'vitest'
import { once } from '../once'
import { openBucket, spendOfKey } from './key-bucket'

vi.hoisted(() => {
  process.env.DATA_DIR = 'memory:'
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one'
  process.env.API_KEY_REQUESTS_PER_MINUTE = '60'
})

const all = () => once('rate-limit.keys', () => new Map<string, unknown>())
beforeEach(() => all().clear())

const spend = (times: number, now: number) =>
  Array.from({ length: times }, () => spendOfKey('a', now))

it('lets a minute’s worth go at once, then says how long to wait, and fills again', () => {
  openBucket('a', 0)
  expect(spend(59, 0)).toEqual(Array(59).fill(null))
  expect(spendOfKey('a', 0)).toBe(1)
  expect(spendOfKey('a', 999)).toBe(1)
  expect(spendOfKey('a', 1_000)).toBeNull()
  expect(spendOfKey('a', 1_000)).toBe(1)
  expect(spend(60, 3_600_000)).toEqual(Array(60).fill(null))
  expect(spendOfKey('a', 3_600_000)).toBe(1)
})

it('counts each key for itself, and a clock that goes back gives nothing', () => {
  openBucket('a', 10_000)
  openBucket('b', 10_000)
  spend(59, 10_000)
  expect(spendOfKey('a', 0)).toBe(1)
  expect(spendOfKey('b', 10_000)).toBeNull()
})

it('opening one again leaves it as it is', () => {
  openBucket('a', 0)
  spend(59, 0)
  openBucket('a', 0)
  expect(spendOfKey('a', 0)).toBe(1)
})

it('keeps nothing of keys that nobody let in, and forgets full ones when there are many', () => {
  expect(spendOfKey('made up')).toBeNull()
  expect(all().size).toBe(0)
  for (let n = 0; n < 10_000; n++) openBucket(`old ${n}`, 0)
  openBucket('new', 60_000)
  expect([...all().keys()]).toEqual(['new'])
})
