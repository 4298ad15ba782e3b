import { expect, test } from 'vitest'
import { isInRanges } from './address-ranges'

const ranges = ['203.0.113.0/24', '198.51.100.7', '2001:db8::/32', '::1', '::ffff:192.0.2.0/120']

test.each([
  ['203.0.113.1', true],
  ['203.0.114.1', false],
  ['::ffff:203.0.113.1', true],
  ['::FFFF:203.0.114.1', false],
  ['198.51.100.7', true],
  ['198.51.100.8', false],
  ['192.0.2.9', true],
  ['192.0.3.9', false],
  ['2001:db8:1::9', true],
  ['2001:db9::', false],
  ['::1', true],
  ['fe80::1%eth0', false],
  ['not an address', false],
  [null, false],
])('%s: %s', (address, expected) => expect(isInRanges(ranges, address)).toBe(expected))

test('without ranges every address is in; with none that can be read, none is', () => {
  expect(isInRanges([], null)).toBe(true)
  for (const nonsense of ['nonsense', '10.0.0.0/33', '', '::/129', '/8'])
    expect(isInRanges([nonsense], '10.0.0.1')).toBe(false)
})
