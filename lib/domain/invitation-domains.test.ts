import { expect, test } from 'vitest'
import { domainWords, isOutside, outsideSentence, parseDomain } from './invitation-domains'

test.each([
  ['halden.example', 'halden.example'],
  [' @Halden.Example ', 'halden.example'],
  ['xn--bcher-kva.example', 'bücher.example'],
  ['BÜCHER.example', 'bücher.example'],
])('%j is the domain %s', (text, domain) => {
  expect(parseDomain(text)).toEqual({ ok: true, domain })
})

test.each([
  '',
  '@',
  'halden',
  'a b.example',
  '*.halden.example',
  'tom@halden.example',
  '127.0.0.1',
])('%j is none', (text) => {
  const parsed = parseDomain(text)
  expect(parsed).toMatchObject({ ok: false, fault: expect.stringMatching(/is not a domain\. /) })
})

test('a domain is compared whole; without domains every address is inside', () => {
  const domains = ['halden.example']
  expect(isOutside('a@halden.example', domains)).toBe(false)
  for (const email of [
    'a@mail.halden.example',
    'a@nothalden.example',
    'a@halden.example.evil.example',
    'halden.example@evil.example',
  ]) {
    expect(isOutside(email, domains), email).toBe(true)
    expect(isOutside(email, []), email).toBe(false)
  }
})

test('the sentence names the domains, of many the first', () => {
  expect(outsideSentence('a@b.example', ['c.example', 'd.example'])).toBe(
    'a@b.example can’t be invited. This organization invites addresses at c.example and d.example only.',
  )
  const many = ['1', '2', '3', '4', '5', '6', '7'].map((name) => `${name}.example`)
  expect(domainWords(many)).toBe('1.example, 2.example, 3.example, 4.example and 3 more')
})
