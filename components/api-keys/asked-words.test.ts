import { expect, test } from 'vitest'
import { clippedWords, lifeWords } from './asked-words'

test('lives in words', () => {
  expect([0, 60, 7_200, 86_400, 7_776_000, 3_153_600_000].map(lifeWords)).toEqual([
    'no end',
    '1 minute',
    '2 hours',
    '1 day',
    '90 days',
    '100 years',
  ])
})

test('what was asked for and not given is said', () => {
  const life = { createdAt: '2026-11-24T00:00:00.000Z', expiresAt: '2027-02-22T00:00:00.000Z' }
  expect(clippedWords({ ...life, askedSeconds: 3_153_600_000 })).toBe(
    'Asked for 100 years, got 90 days: the policy of the organization allows no more.',
  )
  expect(clippedWords({ ...life, askedSeconds: null })).toBeNull()
})
