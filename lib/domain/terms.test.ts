import { expect, test } from 'vitest'
import { dueTexts } from './terms'

const terms = { document: 'terms', version: 3, since: 2 } as const
const privacy = { document: 'privacy', version: 1, since: 1 } as const

test('a version that asks for it is due again, one that does not is not', () => {
  expect(dueTexts([terms, privacy], [])).toEqual([terms, privacy])
  expect(dueTexts([terms, privacy], ['terms 1', 'privacy 1'])).toEqual([terms])
  expect(dueTexts([terms], ['terms 2'])).toEqual([])
  expect(dueTexts([terms], ['terms 10'])).toEqual([])
  expect(dueTexts([terms], ['privacy 3'])).toEqual([terms])
  expect(dueTexts([], [])).toEqual([])
})
