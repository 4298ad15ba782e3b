import { describe, expect, test } from 'vitest'
import { findEntries, markedParts, parseRecent, splitVerb, withRecent } from './palette-search'

const entries = [
  { id: 'access', label: 'My access' },
  { id: 'users', label: 'Users', words: 'people members' },
  { id: 'settings', label: 'Organization settings', words: 'name' },
  { id: 'keys', label: 'API keys', words: 'tokens' },
]
const found = (text: string, recent: string[] = []) =>
  findEntries(entries, text, recent).map(({ id }) => id)

describe('entries', () => {
  test('nothing typed is everything, what was used last first', () => {
    expect(found('')).toEqual(['access', 'users', 'settings', 'keys'])
    expect(found('', ['keys', 'users'])).toEqual(['keys', 'users', 'access', 'settings'])
  })
  test('a label that begins so comes before words inside and other words', () => {
    expect(found('us')).toEqual(['users'])
    expect(found('PEOPLE')).toEqual(['users'])
    expect(found('ett')).toEqual(['settings'])
    expect(found('k')).toEqual(['keys'])
    expect(found('m')).toEqual(['access', 'users'])
  })
  test('every word counts', () => {
    expect(found('org set')).toEqual(['settings'])
    expect(found('org keys')).toEqual([])
    expect(found('zzz')).toEqual([])
  })
})

const verbs = ['manage', 'remove', 'copy']
test.each([
  ['remove ann', 'remove', 'ann'],
  ['  Remove   ann  berg', 'remove', 'ann berg'],
  ['rem koolhaas', null, 'rem koolhaas'],
  ['remove', null, 'remove'],
  ['ann remove', null, 'ann remove'],
  ['', null, ''],
])('%j', (text, verb, who) => expect(splitVerb(text, verbs)).toEqual({ verb, who }))

test('recent entries', () => {
  expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a'])
  expect(withRecent(['1', '2', '3', '4', '5', '6', '7', '8'], '9')).toHaveLength(8)
  expect(parseRecent('["a",7,"b"]')).toEqual(['a', 'b'])
  for (const garbage of [null, '', '{', '{}', 'null']) expect(parseRecent(garbage)).toEqual([])
})

test('the marked part', () => {
  expect(markedParts('Priyanka V', 'PRIYA')).toEqual(['', 'Priya', 'nka V'])
  expect(markedParts('Zoë', 'x')).toEqual(['Zoë', '', ''])
  expect(markedParts('İbrahim', 'b')).toEqual(['İbrahim', '', ''])
})
