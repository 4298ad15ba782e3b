import { expect, test } from 'vitest'
import { isCountKnown } from './internal/count-matching'
import { filterFrom } from './member-filter'
import { listMembers } from './queries/list-members'

test('a list of all people is not counted, however it is sorted and wherever it is read', () => {
  const asked = (input: object) => isCountKnown(filterFrom(listMembers.input.parse(input)))
  const people = { kind: 'person' }
  expect(asked(people)).toBe(true)
  expect(asked({ ...people, sort: 'email', descending: true, count: 20 })).toBe(true)
  expect(asked({ ...people, roles: ['owner'] })).toBe(true)
  // Nobody keeps a total of accounts.
  expect(asked({})).toBe(false)
  for (const narrower of [{ search: 'ada' }, { state: 'never' }, { sources: ['owner'] }]) {
    expect(asked({ ...people, ...narrower }), JSON.stringify(narrower)).toBe(false)
  }
})
