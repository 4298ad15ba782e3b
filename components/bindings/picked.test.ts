import { expect, test } from 'vitest'
import { addressesIn, MOST_PICKED, whoOf, withPicked } from './picked'

const one = (name: string) => ({ key: name, name, kind: 'person' as const })

test('addresses come out of a pasted text, the rest stays to be read', () => {
  const { found, rest } = addressesIn('Tom Li <TOM@a.example>; zoe@b.example\nnobody')
  expect(found.map(({ email }) => email)).toEqual(['tom@a.example', 'zoe@b.example'])
  expect(rest).toBe('nobody')
})

test('nobody is picked twice, and no more than one call takes', () => {
  expect(withPicked([one('a')], [one('a'), one('b')]).map(({ key }) => key)).toEqual(['a', 'b'])
  const many = Array.from({ length: MOST_PICKED + 5 }, (_, index) => one(`${index}`))
  expect(withPicked([], many)).toHaveLength(MOST_PICKED)
})

test('a member is named by its id, an address by itself', () => {
  expect(whoOf({ ...one('Tom'), memberId: 'ide_1' })).toEqual({ memberId: 'ide_1' })
  expect(whoOf({ ...one('a@b.example'), email: 'a@b.example' })).toEqual({ email: 'a@b.example' })
})
