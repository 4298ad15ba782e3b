import { expect, test } from 'vitest'
import { isInRanges, parseRange } from './address-ranges'

const ranges = ['203.0.113.0/24', '198.51.100.7', '2001:db8::/32', '::1']

test.each([
  ['203.0.113.1', true],
  ['203.0.114.1', false],
  ['::ffff:203.0.113.1', true],
  ['::FFFF:203.0.114.1', false],
  ['198.51.100.7', true],
  ['198.51.100.8', false],
  ['2001:db8:1::9', true],
  ['2001:db9::', false],
  ['::1', true],
  ['fe80::1%eth0', false],
  ['not an address', false],
  [null, false],
])('%s: %s', (address, expected) => expect(isInRanges(ranges, address)).toBe(expected))

test('without ranges every address is in; with none that can be read, none is', () => {
  expect(isInRanges([], null)).toBe(true)
  expect(isInRanges(['nonsense'], '203.0.113.1')).toBe(false)
})

test('what a range is', () => {
  expect(parseRange('10.0.0.0/8')).toEqual({ address: '10.0.0.0', prefix: 8, family: 'ipv4' })
  expect(parseRange('::1')).toMatchObject({ prefix: 128, family: 'ipv6' })
  for (const text of [
    '',
    '10.0.0.0/33',
    '::/129',
    '10.0.0',
    '10.0.0.0/8/8',
    'fe80::1%eth0',
    '/8',
  ]) {
    expect([text, parseRange(text)]).toEqual([text, null])
  }
})
