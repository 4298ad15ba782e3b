import { describe, expect, it } from 'vitest'
import { clientAddress, hostCheck, plainAddress, trustList } from './address.js'

describe('client address', () => {
  const trusted = trustList(['10.0.0.0/8', '::1', 'fd00::/8'])

  it.each([
    ['a stranger is believed nothing', '203.0.113.9', '1.1.1.1', '203.0.113.9'],
    ['a proxy names its client', '10.0.0.2', '198.51.100.7', '198.51.100.7'],
    ['what the client wrote stays left', '10.0.0.2', '1.1.1.1, 198.51.100.7', '198.51.100.7'],
    ['proxies in a row are stepped over', '10.0.0.2', '198.51.100.7, 10.9.9.9', '198.51.100.7'],
    ['an IPv4 address in IPv6 clothes', '::ffff:10.0.0.2', '::ffff:198.51.100.7', '198.51.100.7'],
    ['ports and brackets', 'fd00::2', '[2001:DB8::1]:4711', '2001:db8::1'],
    ['rubbish ends the walk', '10.0.0.2', '198.51.100.7, <script>', '10.0.0.2'],
    ['nothing forwarded', '::1', undefined, '::1'],
    ['all of them proxies', '10.0.0.2', '10.0.0.3', '10.0.0.3'],
  ])('%s', (_, socket, forwarded, address) => {
    expect(clientAddress(socket, forwarded, trusted)).toBe(address)
  })

  it('trusts nobody unless told', () => {
    expect(clientAddress('127.0.0.1', '1.1.1.1', trustList([]))).toBe('127.0.0.1')
  })

  it.each(['', 'example.com', '1.2.3', '1.2.3.4.5', '::1::', '1.2.3.4, 5.6.7.8'])(
    '%s is no address',
    (text) => expect(plainAddress(text)).toBeNull(),
  )
})

describe('host', () => {
  const known = hostCheck('https://Gate.example:8443')

  it.each(['gate.example', 'GATE.example:8443', 'localhost:3000', '127.0.0.1', '[::1]:3000'])(
    '%s is known',
    (host) => expect(known(host)).toBe(true),
  )

  it.each([
    undefined,
    '',
    'evil.example',
    'gate.example.evil',
    'gate.example@evil',
    '127.0.0.2',
    'localhost, evil',
    '[::2]',
  ])('%s is refused', (host) => expect(known(host)).toBe(false))
})
