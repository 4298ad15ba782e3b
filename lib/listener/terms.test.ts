import { expect, test } from 'vitest'
import { parseText } from './terms.js'

const parse = (source: string) => parseText('terms', 'Terms of service', source)

test('a head, a title and a text', () => {
  const source =
    '---\nversion: 3\naccept-again-from: 2\neffective: 2026-11-01\n---\n\n# Our terms\n\nBe kind.\n'
  expect(parse(source)).toEqual({
    document: 'terms',
    version: 3,
    since: 2,
    effective: '2026-11-01',
    title: 'Our terms',
    body: 'Be kind.',
  })
  expect(parse('---\r\nversion: "1"\r\n---\r\nBe kind.')).toMatchObject({
    version: 1,
    since: 1,
    title: 'Terms of service',
  })
})

test.each([
  ['Be kind.', /without its head/],
  ['---\nversion: one\n---\nBe kind.', /needs version/],
  ['---\nversion: 0\n---\nBe kind.', /needs version/],
  ['---\nversion: 1\naccept-again-from: 2\n---\nBe kind.', /up to 1/],
  ['---\nversion: 1\ncolour: red\n---\nBe kind.', /colour: red/],
  ['---\nversion: 1\n---\n  \n', /needs a text/],
])('%j says what is wrong', (source, fault) => {
  expect(() => parse(source)).toThrow(fault)
})
