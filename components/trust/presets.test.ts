import { expect, test } from 'vitest'
import { subjectFault } from '@/lib/modules/trust/trust-matching'
import { claimsOf, isUnfilled, presets } from './presets'

test('claims, one on a line', () => {
  expect(claimsOf(' env = prod \n\nref_type=branch=x')).toEqual({
    env: 'prod',
    ref_type: 'branch=x',
  })
  expect(claimsOf('')).toEqual({})
  for (const text of ['env', 'env=', '=x', 'env=a\nb']) expect(claimsOf(text)).toBeNull()
})

test('what a preset suggests is a right pattern that is still to be filled', () => {
  for (const { subject } of Object.values(presets)) {
    expect(subjectFault(subject)).toBeNull()
    if (subject) expect(isUnfilled(subject)).toBe(true)
  }
  expect(isUnfilled('repo:halden/robots:ref:refs/heads/main')).toBe(false)
})
