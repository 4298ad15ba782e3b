import 'server-only'
import { BlockList, type IPVersion, isIP, SocketAddress } from 'node:net'
import { parseAddressRange } from '@/lib/domain/address-range'

const familyOf = (version: number): IPVersion => (version === 4 ? 'ipv4' : 'ipv6')
// Node hands out IPv4 peers of a socket for both as ::ffff:203.0.113.7.
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

const KEPT = 1_000
const made = new Map<string, BlockList>()

function listOf(ranges: readonly string[]): BlockList {
  const name = ranges.join(' ')
  const known = made.get(name)
  if (known) return known
  const list = new BlockList()
  for (const text of ranges) {
    const parsed = parseAddressRange(text)
    if (!parsed.ok) continue
    const [address = '', prefix] = parsed.range.split('/')
    list.addSubnet(address, Number(prefix), familyOf(isIP(address)))
  }
  if (made.size >= KEPT) made.clear()
  made.set(name, list)
  return list
}

/** Whether an address is in one of these ranges. None: every address is. An unknown one is in none. */
export function isInRanges(ranges: readonly string[], address: string | null): boolean {
  if (ranges.length === 0) return true
  if (address === null) return false
  const plain = mapped.exec(address)?.[1] ?? address.replace(/%.*$/, '')
  const version = isIP(plain)
  if (version === 0) return false
  return listOf(ranges).check(new SocketAddress({ address: plain, family: familyOf(version) }))
}
