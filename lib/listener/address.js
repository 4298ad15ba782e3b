// @ts-check
import { BlockList, isIP, isIPv6 } from 'node:net'

/** Tells whether an address belongs to a proxy that may speak for its clients. @param {readonly string[]} networks */
export function trustList(networks) {
  if (networks.length === 0) return () => false // asked twice for each request
  const list = new BlockList()
  for (const network of networks) {
    const [host = '', bits] = network.split('/')
    const family = isIPv6(host) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(host, family)
    else list.addSubnet(host, Number(bits), family)
  }
  return (/** @type {string} */ address) =>
    isIP(address) !== 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/**
 * The address a request came from: the socket's, unless that is a trusted proxy; then the right-most address
 * of X-Forwarded-For that is not one. What stands left of it was written by the client and proves nothing.
 * @param {string | undefined} socketAddress
 * @param {string | undefined} forwardedFor
 * @param {(address: string) => boolean} trusted
 */
export function clientAddress(socketAddress, forwardedFor, trusted) {
  let address = plainAddress(socketAddress ?? '') ?? 'unknown'
  const hops = forwardedFor?.split(',') ?? []
  while (trusted(address)) {
    const hop = plainAddress(hops.pop() ?? '')
    if (hop === null) break
    address = hop
  }
  return address
}

/** An address without port, brackets, zone or IPv4-in-IPv6 form; null when it is none. @param {string} text */
export function plainAddress(text) {
  const bare =
    /^\s*(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+)(?::\d+)?|([0-9a-fA-F:.%\w]+))\s*$/.exec(text)
  const address = (bare?.[1] ?? bare?.[2] ?? bare?.[3] ?? '')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(address) === 0 ? null : address.toLowerCase()
}

/**
 * Tells whether Gatehouse answers to this Host: PUBLIC_URL's or a loopback name, on any port. Everything else
 * is refused, so that no page of another name can be pointed at this server (DNS rebinding).
 * @param {string} publicUrl
 */
export function hostCheck(publicUrl) {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', new URL(publicUrl).hostname])
  return (/** @type {string | undefined} */ host) => {
    const [, name, port = '0'] =
      /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/.exec((host ?? '').toLowerCase()) ?? []
    return name !== undefined && names.has(name) && Number(port) < 65536
  }
}
