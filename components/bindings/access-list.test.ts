import { expect, test } from 'vitest'
import { type AccessListState, accessListInput, showsInherited } from './access-list'
import { inheritedRows } from './binding-shapes'

const whole: AccessListState = {
  q: '',
  role: [],
  from: [],
  kind: [],
  ends: null,
  inherited: null,
  after: null,
}
const some = (count: number) => ({ count, more: false, names: [] })

test('access without a grant is asked for with the whole list, never with a part that it has no place in', () => {
  expect(accessListInput(whole)).toEqual({ inherited: true })
  for (const part of [{ q: 'tom' }, { role: ['owner'] }, { ends: 'ended' as const }]) {
    expect(showsInherited({ ...whole, ...part })).toBe(false)
  }
  expect(accessListInput({ ...whole, inherited: 'off', kind: ['person'] })).toEqual({
    kinds: ['person'],
    inherited: false,
  })
})

test('its rows: owners, owners of the cloud where there are some, everyone in a public project', () => {
  const kinds = (inherited: Parameters<typeof inheritedRows>[0]) =>
    inheritedRows(inherited).map((row) => row.inherited)
  expect(kinds(null)).toEqual([])
  expect(kinds({ owners: some(2), cloudOwners: null, everyone: null })).toEqual(['owners'])
  expect(kinds({ owners: some(2), cloudOwners: some(0), everyone: null })).toEqual(['owners'])
  expect(
    kinds({ owners: some(2), cloudOwners: some(1), everyone: { count: 9, more: false } }),
  ).toEqual(['owners', 'cloudOwners', 'everyone'])
})
