import { expect, test } from 'vitest'
import { clientWords } from './client-words'

test.each([
  ['CLI/0.26.112 OpenAPI-Generator/1.0.0/python', 'The anyscale command line, version 0.26.112'],
  ['CLI/0.26.112', 'The anyscale command line, version 0.26.112'],
  ['curl/8.5.0', 'curl 8'],
  ['CLI/<b>x</b>', 'An unknown program'],
  ['Your bank', 'An unknown program'],
  ['', 'An unknown program'],
  [null, 'An unknown program'],
])('%s', (client, words) => {
  expect(clientWords(client)).toBe(words)
})
