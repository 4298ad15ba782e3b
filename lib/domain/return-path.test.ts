import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReturnPath } from './return-path'

test.each([
  '/',
  '/users/pending',
  '/users?search=ingrid%20s&sort=name#row',
  '/audit-log?event=a,b',
])('a page of this site is kept: %s', (path) => expect(parseReturnPath(path)).toBe(path))

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/users\\..\\..',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'evil.example',
  'users',
  '',
  ' /users',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/users/../..//evil.example',
  '/%2e%2e//evil.example',
  `/${'a'.repeat(2_000)}`,
])('what could lead elsewhere is refused: %j', (text) => expect(parseReturnPath(text)).toBeNull())

test.each([undefined, null, 7, ['/users', '//evil.example'], {}])('no text: %j', (value) =>
  expect(parseReturnPath(value)).toBeNull(),
)

test('whatever comes in, a browser stays on the site', () => {
  const site = 'https://gatehouse.halden.example'
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    '\t',
    '\n',
    '%2f',
    'https',
    'evil.example',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 8 }), (parts) => {
      const path = parseReturnPath(parts.join(''))
      if (path !== null) expect(new URL(path, `${site}/sign-in`).origin).toBe(site)
    }),
    { numRuns: 5_000 },
  )
})
