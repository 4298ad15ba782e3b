import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { expect, test } from 'vitest'
import { queryOf, urlList, urlText, urlWord } from './url-parsers'

const words = ['owner', 'collaborator'] as const
const own = {
  q: urlText.withDefault(''),
  role: urlList(urlWord(words)).withDefault([]),
  by: urlList(urlText).withDefault([]),
  state: urlWord(['active', 'never'] as const),
  after: urlText,
}
const model = {
  q: parseAsString.withDefault(''),
  role: parseAsArrayOf(parseAsStringLiteral(words)).withDefault([]),
  by: parseAsArrayOf(parseAsString).withDefault([]),
  state: parseAsStringLiteral(['active', 'never'] as const),
  after: parseAsString,
}

test.each([
  '',
  '?q=%C3%85sa+%26+Co&state=active',
  '?role=owner,collaborator&after=abc',
  '?role=owner,admin,&state=gone',
  '?role=&by=',
  '?by=ide_1,ide_2,%252C',
  '?q=a&q=b&unknown=1',
])('%s is read as nuqs reads it, and written so that it reads the same', async (search) => {
  const query = Promise.resolve(Object.fromEntries(new URLSearchParams(search)))
  const state = await createLoader(own)(query)
  expect(state).toEqual(await createLoader(model)(query))
  const written = queryOf(own, state)
  const again = Promise.resolve(Object.fromEntries(new URLSearchParams(written)))
  expect(await createLoader(model)(again)).toEqual(state)
  expect(written === '').toBe(createSerializer(model)('', state) === '')
})
