import 'server-only'
import { type LookupAddress, lookup } from 'node:dns'
import { get as getHttp } from 'node:http'
import { get as getHttps } from 'node:https'
import { isIP } from 'node:net'
import { env } from '../env'
import { isInnerAddress } from './private-address'

const WITHIN = 5_000 // ms, all in all
const MOST = 256 * 1_024 // bytes

/** Why something outside was not read; `message` is a sentence for whoever named the address. */
export class Unreadable extends Error {}

/** Whether an operator named this origin (PRIVATE_ISSUERS): then it may be inside, and without TLS. */
const isNamed = ({ origin }: URL) => env.PRIVATE_ISSUERS.includes(origin)

/** An address that may be asked: https, without a name and a password in it. */
export function outsideUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.username !== '' || url.password !== '' || url.hash !== '') return null
  return url.protocol === 'https:' || (url.protocol === 'http:' && isNamed(url)) ? url : null
}

/**
 * JSON from the open internet. The address that a name leads to is looked at when it is connected to, so a name cannot lead
 * elsewhere in between; redirects are not followed.
 */
export async function fetchJson(address: string): Promise<unknown> {
  const url = outsideUrl(address)
  if (!url) throw new Unreadable('This is not an address that begins with https://.')
  const named = isNamed(url)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!named && isIP(host) !== 0 && isInnerAddress(host)) throw inside()
  const text = await read(url, named)
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable(`What ${url.host} answers is not JSON.`)
  }
}

const inside = () =>
  new Unreadable('This address leads into a private network, where nothing is asked for.')

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** As node:dns has it, for connections: an address that is not of the open internet is none. */
export function openLookup(hostname: string, options: object, done: Found): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    if (addresses.length === 0 || addresses.some(({ address }) => isInnerAddress(address)))
      return done(inside(), [])
    const [first] = addresses as [LookupAddress]
    if ('all' in options && options.all) return done(null, addresses)
    done(null, first.address, first.family)
  })
}

function read(url: URL, named: boolean): Promise<string> {
  const get = url.protocol === 'https:' ? getHttps : getHttp
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Unreadable(why))
    const options = {
      headers: { accept: 'application/json', 'user-agent': 'Gatehouse' },
      agent: false as const,
      signal: AbortSignal.timeout(WITHIN),
      ...(!named && { lookup: openLookup as never }),
    }
    const request = get(url, options, (response) => {
      if (response.statusCode !== 200) {
        response.destroy()
        return fail(`${url.host} answers with status ${response.statusCode}.`)
      }
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.byteLength
        if (size > MOST) response.destroy(new Unreadable(`${url.host} answers with too much.`))
        else parts.push(part)
      })
      response.on('error', (error) => reject(readable(error, url)))
      response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
    })
    request.on('error', (error) => reject(readable(error, url)))
  })
}

const readable = (error: Error, { host }: URL) =>
  error instanceof Unreadable ? error : new Unreadable(`${host} could not be asked.`)
