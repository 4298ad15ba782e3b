import 'server-only'
import { BlockList, isIP } from 'node:net'

const inner = new BlockList()
// RFC 6890: this host, private, shared, loopback, link-local (and what clouds keep there), documentation, benchmarks, multicast, reserved.
for (const range of [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
]
  .join(' ')
  .split(' ')) {
  const [address = '', bits] = range.split('/')
  inner.addSubnet(address, Number(bits), 'ipv4')
}

const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
// 6to4 and Teredo carry IPv4 addresses, of any kind; documentation.
const special6 = new BlockList()
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special6.addSubnet(address, bits, 'ipv6')

/** Whether an address is not one of the open internet: what a stranger names must lead nowhere else. */
export function isInnerAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return inner.check(address, 'ipv4')
  if (version !== 6) return true
  return !global6.check(address, 'ipv6') || special6.check(address, 'ipv6')
}
