import { expect, test } from 'vitest'
import { isCountKnown } from './internal/count-matching'
import { filterFrom } from './member-filter'
import { listMembers } from './queries/list-members'

test('a list without filters is not counted, however it is sorted and wherever it is read', () => {
  const asked = (input: object) => isCountKnown(filterFrom(listMembers.input.parse(input)))
  expect(asked({})).toBe(true)
  expect(asked({ sort: 'email', descending: true, count: 20 })).toBe(true)
  expect(asked({ roles: ['owner'] })).toBe(true)
  for (const narrower of [{ search: 'ada' }, { state: 'never' }, { sources: ['owner'] }]) {
    expect(asked(narrower), JSON.stringify(narrower)).toBe(false)
  }
})
