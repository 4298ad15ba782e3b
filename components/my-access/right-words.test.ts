import { expect, test } from 'vitest'
import { permissions } from '@/lib/domain/permissions'
import { othersAmong, rightWords } from './right-words'

test('every right of the policy table is said to its holder', () => {
  for (const { label } of Object.values(permissions)) {
    expect(rightWords(label)).toMatch(/^[A-Z]/)
    expect(rightWords(label)).not.toMatch(/\b(their|them|they|themselves)\b/i)
  }
  expect(rightWords('make API keys for themselves')).toBe('Make API keys for yourself')
})

test('an owner is not among those who can change their own access', () => {
  const owners = { names: ['Ada', 'Bo', 'Cy'], count: 5 }
  expect(othersAmong(owners, null)).toEqual({ names: ['Ada', 'Bo', 'Cy'], more: 2 })
  expect(othersAmong(owners, 'Bo')).toEqual({ names: ['Ada', 'Cy'], more: 2 })
  expect(othersAmong(owners, 'Zoë')).toEqual({ names: ['Ada', 'Bo', 'Cy'], more: 1 })
  expect(othersAmong({ names: ['Ada'], count: 1 }, 'Ada')).toEqual({ names: [], more: 0 })
})
