import 'server-only'
import { BlockList, type IPVersion, isIP, SocketAddress } from 'node:net'

/** `10.0.0.0/8`, `2001:db8::/32`, or one address; null for anything else. */
export function parseRange(text: string) {
  const [, address = '', bits] = /^([^/\s]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const version = isIP(address)
  if (version === 0 || address.includes('%')) return null
  const most = version === 4 ? 32 : 128
  const prefix = bits === undefined ? most : Number(bits)
  return prefix > most ? null : { address, prefix, family: familyOf(version) }
}

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
  for (const range of ranges) {
    const parsed = parseRange(range)
    if (parsed) list.addSubnet(parsed.address, parsed.prefix, parsed.family)
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
