import { expect, test } from 'vitest'
import { parseAddressRange } from './address-range'

test.each([
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['203.0.113.7', '203.0.113.7/32'],
  [' 203.0.113.200/25 ', '203.0.113.128/25'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['2001:DB8:0:0:1::/32', '2001:db8::/32'],
  ['2001:db8::1', '2001:db8::1/128'],
  ['::', '::/128'],
  ['::1/127', '::/127'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3/128'],
  ['1:0:2:0:3:4:5:6', '1:0:2:0:3:4:5:6/128'],
  ['fe80:ffff::/10', 'fe80::/10'],
  ['::ffff:10.1.2.3/104', '10.0.0.0/8'],
  ['::ffff:a01:203', '10.1.2.3/32'],
  ['64:ff9b::10.0.0.1', '64:ff9b::a00:1/128'],
])('%s is kept as %s', (text, range) => {
  expect(parseAddressRange(text)).toEqual({ ok: true, range })
})

test.each([
  '',
  'halden',
  '10.0.0/8',
  '10.0.0.256',
  '010.0.0.1',
  '10.0.0.0/',
  '10.0.0.0/-1',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8::',
  ':1:2:3:4:5:6:7',
  '10.0.0.1::',
  'fe80::1%eth0',
  '12345::',
])('%j is none', (text) => {
  expect(parseAddressRange(text)).toMatchObject({
    ok: false,
    fault: expect.stringMatching(/Write it as/),
  })
})

test.each([
  ['10.0.0.0/33', /longer than 32.*203\.0\.113\.0\/24/],
  ['2001:db8::/129', /longer than 128.*2001:db8::\/32/],
])('%s: what is wrong with it', (text, fault) => {
  expect(parseAddressRange(text)).toMatchObject({ ok: false, fault: expect.stringMatching(fault) })
})
